import { expect } from 'chai';
import { organizationsAccountCollector } from '../../../src/collect/organizations/account.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { accountId } from '../../support/build.ts';
import {
  awsError,
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';
import {
  allowAll,
  denyDelete,
  memberAnswers,
  organizationAnswers,
  ouId,
  rootId,
} from '../../support/organization-answers.ts';

async function collect(changed: Answers = {}) {
  const answers = { ...organizationAnswers, ...changed };
  const { one, universes } = await collectFrom(organizationsAccountCollector, answers);
  expect(universes.map(({ end }) => end)).to.deep.equal(['complete']);
  return one('organizations.account');
}

const policy = (name: string, text: string) => ({
  name,
  document: JSON.parse(text) as object,
  sha256: sha256(text),
});
const full = policy('FullAWSAccess', allowAll);
const fullResource = policy('RCPFullAWSAccess', allowAll);
const denied = (operation: string) => ({
  state: 'denied',
  call: `organizations:${operation}`,
  code: 'AccessDeniedException',
});
const incomplete = (operation: string, message: string) => ({
  state: 'error',
  call: `organizations:${operation}`,
  code: 'IncompleteReply',
  message,
});

describe('organizationsAccountCollector', () => {
  it('reads the policies of every level, root first', async () => {
    expect(await collect()).to.deep.equal({
      kind: 'organizations.account',
      id: `arn:aws:iam::${accountId}:root`,
      name: accountId,
      account: accountId,
      region: 'global',
      organization: present({
        id: 'o-exampleorgid',
        managementAccount: '000011112222',
        featureSet: 'ALL',
      }),
      path: present([rootId, ouId, accountId]),
      policyTypes: present({
        SERVICE_CONTROL_POLICY: 'ENABLED',
        RESOURCE_CONTROL_POLICY: 'ENABLED',
      }),
      serviceControlPolicies: present([
        { target: rootId, policies: [full] },
        { target: ouId, policies: [full, policy('keep', denyDelete)] },
        { target: accountId, policies: [full] },
      ]),
      resourceControlPolicies: present(
        [rootId, ouId, accountId].map((target) => ({ target, policies: [fullResource] })),
      ),
    });
  });

  it('reads a policy once, however often it is attached', async () => {
    const calls: FakeCall[] = [];
    await collected(organizationsAccountCollector, fakeAws(organizationAnswers, calls), calls);
    const read = calls.filter((one) => one.operation === 'organizations:DescribePolicy');
    expect(read.map((one) => one.input)).to.deep.equal([
      { PolicyId: 'p-FullAWSAccess' },
      { PolicyId: 'p-11111111' },
      { PolicyId: 'p-RCPFullAWSAccess' },
    ]);
  });

  it('says that the account is in no organisation, and asks no more', async () => {
    const code = 'AWSOrganizationsNotInUseException';
    const answers = { 'organizations:DescribeOrganization': awsError(code) };
    const calls: FakeCall[] = [];
    const { one } = await collected(organizationsAccountCollector, fakeAws(answers, calls), calls);
    const { kind, id, name, account, region, ...fields } = one('organizations.account');
    expect([kind, id, name, account, region]).to.include('global');
    for (const [field, state] of Object.entries(fields)) {
      expect(state, field).to.deep.equal(absent);
    }
    expect(calls).to.have.lengthOf(1);
  });

  it('knows nothing where the organisation may not be described', async () => {
    const answers = {
      'organizations:DescribeOrganization': awsError('AccessDeniedException'),
    };
    const { one } = await collectFrom(organizationsAccountCollector, answers);
    const { kind, id, name, account, region, ...fields } = one('organizations.account');
    expect([kind, id, name, account, region]).to.include('global');
    for (const [field, state] of Object.entries(fields)) {
      expect(state, field).to.deep.equal(denied('DescribeOrganization'));
    }
  });

  it('tells a plain member’s organisation, but neither its place nor its policies', async () => {
    const read = await collect(memberAnswers);
    expect(read.organization.state).to.equal('present');
    expect(read.path).to.deep.equal(denied('ListParents'));
    expect(read.policyTypes).to.deep.equal(denied('ListRoots'));
    expect(read.serviceControlPolicies).to.deep.equal(denied('ListRoots'));
    expect(read.resourceControlPolicies).to.deep.equal(denied('ListRoots'));
  });

  it('knows no policies without the path to the root', async () => {
    const read = await collect({ 'organizations:ListParents': awsError('ServiceException') });
    expect(read.path).to.deep.include({ state: 'error', call: 'organizations:ListParents' });
    expect(read.serviceControlPolicies).to.deep.equal(read.path);
    expect(read.resourceControlPolicies).to.deep.equal(read.path);
  });

  it('finds no root in a chain that never ends, nor where a child has no parent', async () => {
    const endless = await collect({ 'organizations:ListParents': { Parents: [{ Id: ouId }] } });
    const problem = incomplete('ListParents', 'no root above the account');
    expect(endless.path).to.deep.equal(problem);
    const orphan = await collect({ 'organizations:ListParents': { Parents: [] } });
    expect(orphan.path).to.deep.equal(problem);
  });
});

describe('policies of a type', () => {
  const roots = (
    types?: readonly { Type: 'SERVICE_CONTROL_POLICY'; Status: 'PENDING_ENABLE' }[],
  ) => ({
    'organizations:ListRoots': {
      Roots: [{ Id: rootId, ...(types && { PolicyTypes: [...types] }) }],
    },
  });

  it('are absent when the root has the type switched off', async () => {
    const read = await collect(roots([]));
    expect(read.policyTypes).to.deep.equal(present({}));
    expect(read.serviceControlPolicies).to.deep.equal(absent);
    expect(read.resourceControlPolicies).to.deep.equal(absent);
  });

  it('are an error while the type is being switched', async () => {
    const read = await collect(
      roots([{ Type: 'SERVICE_CONTROL_POLICY', Status: 'PENDING_ENABLE' }]),
    );
    expect(read.serviceControlPolicies).to.deep.equal({
      state: 'error',
      call: 'organizations:ListRoots',
      code: 'PENDING_ENABLE',
      message: 'policies of this type are being switched on or off',
    });
    expect(read.resourceControlPolicies).to.deep.equal(absent);
  });

  it('are an error where the reply does not say which types are on', async () => {
    const read = await collect(roots());
    const problem = incomplete('ListRoots', 'the reply has no PolicyTypes');
    expect(read.serviceControlPolicies).to.deep.equal(problem);
    const rootless = await collect({ 'organizations:ListRoots': { Roots: [] } });
    expect(rootless.serviceControlPolicies).to.deep.equal(
      incomplete('ListRoots', 'the organisation has no root'),
    );
  });

  it('are an error where a level has none, for that would allow nothing', async () => {
    const read = await collect({ 'organizations:ListPoliciesForTarget': { Policies: [] } });
    expect(read.serviceControlPolicies).to.deep.equal(
      incomplete('ListPoliciesForTarget', `no policy is attached to ${rootId}`),
    );
  });

  it('are denied where one level is', async () => {
    const list = organizationAnswers['organizations:ListPoliciesForTarget'];
    const read = await collect({
      'organizations:ListPoliciesForTarget': (input) =>
        input.TargetId === accountId && input.Filter === 'SERVICE_CONTROL_POLICY'
          ? awsError('AccessDeniedException')
          : list(input),
    });
    expect(read.serviceControlPolicies).to.deep.equal(denied('ListPoliciesForTarget'));
    expect(read.resourceControlPolicies.state).to.equal('present');
  });

  it('are denied where one document is', async () => {
    const describePolicy = organizationAnswers['organizations:DescribePolicy'];
    const read = await collect({
      'organizations:DescribePolicy': (input) =>
        input.PolicyId === 'p-11111111' ? awsError('AccessDeniedException') : describePolicy(input),
    });
    expect(read.serviceControlPolicies).to.deep.equal(denied('DescribePolicy'));
    expect(read.resourceControlPolicies.state).to.equal('present');
  });

  it('are an error where a document is not JSON or has no text', async () => {
    const broken = await collect({ 'organizations:DescribePolicy': { Policy: { Content: '{' } } });
    expect(broken.serviceControlPolicies).to.deep.include({ state: 'error' });
    const empty = await collect({ 'organizations:DescribePolicy': { Policy: {} } });
    expect(empty.serviceControlPolicies).to.deep.equal(
      incomplete('DescribePolicy', 'the reply has no Content'),
    );
  });

  it('are read over all pages, empty ones too; a page that comes twice adds nothing', async () => {
    const pages: Readonly<Record<string, readonly string[]>> = {
      '': [],
      a: ['p-FullAWSAccess'],
      b: ['p-FullAWSAccess', 'p-11111111'],
    };
    const next: Readonly<Record<string, string>> = { '': 'a', a: 'b' };
    const read = await collect({
      'organizations:ListPoliciesForTarget': ({ NextToken: token = '' }) => ({
        Policies: (pages[token] ?? []).map((Id) => ({ Id, Name: Id })),
        NextToken: next[token],
      }),
    });
    expect(read.serviceControlPolicies).to.have.nested.property('value.length', 3);
    expect(read.serviceControlPolicies).to.deep.nested.include({
      'value[0].policies': [policy('p-FullAWSAccess', allowAll), policy('p-11111111', denyDelete)],
    });
  });

  it('are an error where the second page is', async () => {
    const list = organizationAnswers['organizations:ListPoliciesForTarget'];
    const read = await collect({
      'organizations:ListPoliciesForTarget': (input) =>
        input.NextToken === undefined
          ? { ...list(input), NextToken: 'more' }
          : awsError('ServiceException'),
    });
    expect(read.serviceControlPolicies).to.deep.include({ state: 'error' });
  });
});
