import { expect } from 'chai';
import { iamAuthorizationCollector } from '../../../src/collect/iam/authorization.ts';
import { absent, present } from '../../../src/model/observed.ts';
import {
  account,
  date,
  encoded,
  iso,
  listedPolicy,
  managed,
  page,
  policy,
  report,
  role,
  text,
} from '../../support/authorization-details.ts';
import {
  awsError,
  collectFrom,
  collected,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';

const details = 'iam:GetAccountAuthorizationDetails';

function collect(answers: Answers) {
  return collectFrom(iamAuthorizationCollector, { ...report, ...answers });
}

const kinds = ['iam.user', 'iam.group', 'iam.role', 'iam.policy'] as const;

describe('iamAuthorizationCollector', () => {
  it('reads a role with its trust, inline and managed policies, each decoded by what it is', async () => {
    const { one, universes } = await collect({
      [details]: page({ RoleDetailList: [role as never], Policies: [listedPolicy] }),
    });
    expect(one('iam.role')).to.deep.equal({
      kind: 'iam.role',
      id: role.Arn,
      name: 'Training',
      account: '111122223333',
      region: 'global',
      path: present('/ml/'),
      uniqueId: present('AROA1'),
      createdAt: present(iso),
      trustPolicy: present(policy),
      inlinePolicies: present([{ name: 'inline', ...policy }]),
      attachedPolicies: present([{ name: 'Train', arn: managed }]),
      permissionsBoundary: absent,
      instanceProfiles: present([]),
      tags: present({}),
      lastUsed: absent,
    });
    expect(one('iam.policy')).to.deep.equal({
      kind: 'iam.policy',
      id: managed,
      name: 'Train',
      account: '111122223333',
      region: 'global',
      path: present('/team/'),
      awsManaged: present(false),
      defaultVersion: present('v2'),
      document: present(policy),
      createdAt: present(iso),
      updatedAt: present(iso),
    });
    expect(universes).to.deep.equal(
      kinds.map((kind) => ({ kind, region: 'global', end: 'complete' })),
    );
  });

  it('joins users with their credentials', async () => {
    const { one, of } = await collect({
      [details]: page({
        UserDetailList: [
          {
            Path: '/',
            UserName: 'ada',
            UserId: 'AIDA1',
            Arn: `${account}:user/ada`,
            CreateDate: date,
            GroupList: ['admins'],
            AttachedManagedPolicies: [],
            Tags: [{ Key: 'team', Value: 'ml' }],
          },
        ],
        GroupDetailList: [
          {
            Path: '/',
            GroupName: 'admins',
            GroupId: 'AGPA1',
            Arn: `${account}:group/admins`,
            CreateDate: date,
            GroupPolicyList: [],
            AttachedManagedPolicies: [],
          },
        ],
      }),
    });
    expect(one('iam.user')).to.deep.equal({
      kind: 'iam.user',
      id: `${account}:user/ada`,
      name: 'ada',
      account: '111122223333',
      region: 'global',
      path: present('/'),
      uniqueId: present('AIDA1'),
      createdAt: present(iso),
      inlinePolicies: present([]),
      attachedPolicies: present([]),
      groups: present(['admins']),
      permissionsBoundary: absent,
      tags: present({ team: 'ml' }),
      credentials: present({
        passwordEnabled: false,
        mfaActive: false,
        accessKeys: [
          { active: false, lastRotated: null },
          { active: false, lastRotated: null },
        ],
      }),
      credentialUse: present({ passwordLastUsed: null, accessKeysLastUsed: [null, null] }),
    });
    expect(one('iam.group')).to.deep.include({
      id: `${account}:group/admins`,
      inlinePolicies: present([]),
      attachedPolicies: present([]),
    });
    expect(of('iam.role')).to.deep.equal([]);
  });

  it('gives every user the problem of the credential report', async () => {
    const { one } = await collect({
      'iam:GenerateCredentialReport': awsError('AccessDenied'),
      [details]: page({ UserDetailList: [{ UserName: 'ada', Arn: `${account}:user/ada` }] }),
    });
    const denied = {
      state: 'denied',
      call: 'iam:GenerateCredentialReport',
      code: 'AccessDenied',
    };
    expect(one('iam.user')).to.deep.include({ credentials: denied, credentialUse: denied });
  });

  it('takes no member for absent that AWS always sends', async () => {
    const { one } = await collect({
      [details]: page({ RoleDetailList: [{ RoleName: 'r', Arn: `${account}:role/r` }] }),
    });
    const { tags, permissionsBoundary, kind, id, name, region, ...fields } = one('iam.role');
    expect([kind, id, name, region]).to.deep.equal([
      'iam.role',
      `${account}:role/r`,
      'r',
      'global',
    ]);
    expect({ tags, permissionsBoundary }).to.deep.equal({
      tags: present({}),
      permissionsBoundary: absent,
    });
    const { account: _, ...read } = fields;
    for (const [field, state] of Object.entries(read)) {
      expect(state, field).to.deep.include({ state: 'error', code: 'IncompleteReply' });
    }
  });

  it('makes the whole list of inline policies unread when one cannot be parsed', async () => {
    const { one } = await collect({
      [details]: page({
        RoleDetailList: [
          {
            ...role,
            AttachedManagedPolicies: [],
            AssumeRolePolicyDocument: '%7B%22Version',
            RolePolicyList: [
              { PolicyName: 'good', PolicyDocument: text },
              { PolicyName: 'cut', PolicyDocument: encoded.slice(0, 20) },
            ],
          } as never,
        ],
      }),
    });
    for (const state of [one('iam.role').inlinePolicies, one('iam.role').trustPolicy]) {
      expect(state).to.deep.include({ state: 'error', call: details, code: 'UnparsablePolicy' });
    }
  });

  it('goes on over a page that holds nothing, and writes what comes twice once', async () => {
    const pages = [
      page({ RoleDetailList: [role as never], IsTruncated: true, Marker: 'a' }),
      page({ IsTruncated: true, Marker: 'b' }),
      page({ RoleDetailList: [role as never], Policies: [listedPolicy] }),
    ];
    let asked = 0;
    const calls: FakeCall[] = [];
    const aws = fakeAws({ ...report, [details]: () => pages[asked++] ?? page() }, calls);
    const { of, universes } = await collected(iamAuthorizationCollector, aws, calls);
    expect(of('iam.role').map((one) => one.id)).to.deep.equal([role.Arn]);
    expect(universes.map((one) => one.end)).to.deep.equal(kinds.map(() => 'complete'));
    const filter = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'];
    expect(calls.slice(2).map((call) => call.input)).to.deep.equal([
      { MaxItems: 1000, Filter: filter },
      { MaxItems: 1000, Filter: filter, Marker: 'a' },
      { MaxItems: 1000, Filter: filter, Marker: 'b' },
    ]);
  });

  it('keeps the first page and breaks all four universes when the second is denied', async () => {
    const { one, universes } = await collect({
      [details]: ({ Marker: marker }) =>
        marker === undefined
          ? page({
              RoleDetailList: [{ ...role, AttachedManagedPolicies: [] } as never],
              IsTruncated: true,
              Marker: 'a',
            })
          : awsError('AccessDenied', 'explicit deny in a permissions boundary'),
    });
    expect(one('iam.role').id).to.equal(role.Arn);
    const problem = {
      state: 'denied',
      call: details,
      code: 'AccessDenied',
      why: 'permissions-boundary',
    };
    expect(universes).to.deep.equal(
      kinds.map((kind) => ({ kind, region: 'global', end: 'denied', problem })),
    );
  });

  it('breaks all four universes on a marker that comes back', async () => {
    const { universes } = await collect({ [details]: page({ IsTruncated: true, Marker: 'a' }) });
    expect(universes.map((one) => one.end)).to.deep.equal(kinds.map(() => 'truncated'));
  });

  for (const member of ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies']) {
    it(`breaks all four universes on a page without ${member}`, async () => {
      const { universes } = await collect({ [details]: page({ [member]: undefined }) });
      for (const { end, problem } of universes) {
        expect(end).to.equal('error');
        expect(problem).to.deep.include({ code: 'IncompleteReply' });
      }
    });
  }
});
