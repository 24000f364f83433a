import { expect } from 'chai';
import type { Account } from '../../../src/account/account.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { present, type Unread } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { accountId, build, region, snapshotOf } from '../../support/build.ts';
import { noOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';

const id = `arn:aws:ecr:${region}:${accountId}:repository/fraud/train`;
const stranger = 'arn:aws:iam::444455556666:role/ci';
const pull = 'ecr:BatchGetImage';
const denied: Unread = { state: 'denied', call: 'ecr:GetRepositoryPolicy', code: 'AccessDenied' };

const statement = (Effect: string, AWS: string, more: JsonObject = {}): JsonObject => ({
  ...{ Sid: Effect, Effect, Principal: { AWS }, Action: 'ecr:Batch*', ...more },
});
const repository = (...statements: readonly JsonObject[]) =>
  build(
    'ecr.repository',
    statements.length === 0 ? {} : { policy: present(policyOf(...statements)) },
    { id, name: 'fraud/train' },
  );
const registry = (...statements: readonly JsonObject[]) =>
  build(
    'ecr.registry',
    statements.length === 0 ? {} : { policy: present(policyOf(...statements)) },
  );

function accountOf(...resources: readonly Resource[]): Account {
  return openAccount(snapshotOf([noOrganization, ...resources]), undeclared);
}

const outcome = (account: Account, principal: string) => account.can(principal, pull, id).outcome;

describe('A repository', () => {
  it('lets in by its own policy, which names no resource', () => {
    const account = accountOf(repository(statement('Allow', stranger)), registry());
    expect(outcome(account, stranger)).to.equal('allowed');
    expect(outcome(account, stranger.replace('ci', 'cd'))).to.equal('implicitly-denied');
  });

  it('lets in by the policy of its registry', () => {
    const all = statement('Allow', stranger, { Resource: '*' });
    const account = accountOf(repository(), registry(all));
    expect(outcome(account, stranger)).to.equal('allowed');
    const other = statement('Allow', stranger, { Resource: `${id}-2` });
    expect(outcome(accountOf(repository(), registry(other)), stranger)).to.equal(
      'implicitly-denied',
    );
  });

  it('is closed by a Deny of either, for the account’s own too', () => {
    const role = roleWith('Train', { Effect: 'Allow', Action: pull, Resource: id });
    const deny = statement('Deny', '*', { Resource: '*' });
    expect(outcome(accountOf(role, repository(), registry()), 'Train')).to.equal('allowed');
    for (const account of [
      accountOf(role, repository(statement('Deny', '*')), registry()),
      accountOf(role, repository(), registry(deny)),
    ]) {
      expect(outcome(account, 'Train')).to.equal('explicitly-denied');
    }
  });

  it('names the policy whose statement decides', () => {
    const deny = statement('Deny', '*', { Resource: '*' });
    const allow = repository(statement('Allow', stranger));
    const [reason] =
      accountOf(allow, registry(deny)).can(stranger, pull, id).pairs[0]?.decision.reasons ?? [];
    expect(reason).to.deep.include({
      kind: 'deny',
      statement: {
        layer: 'resource',
        policy: `registry policy of ${region}`,
        index: 0,
        sid: 'Deny',
      },
    });
  });

  it('takes no request without credentials', () => {
    const account = accountOf(repository(statement('Allow', '*')), registry());
    expect(outcome(account, 'anonymous')).to.equal('implicitly-denied');
  });

  it('leaves it open where a policy was not read or the repository is not there', () => {
    const open = [
      accountOf(build('ecr.repository', { policy: denied }, { id }), registry()),
      accountOf(repository(), build('ecr.registry', { policy: denied })),
      accountOf(repository()),
      accountOf(registry()),
    ];
    for (const account of open) expect(outcome(account, stranger)).to.equal('unknown');
  });

  it('of another Region is not under this registry', () => {
    const deny = registry(statement('Deny', '*', { Resource: '*' }));
    const abroad = { ...deny, id: `${deny.id}-2`, region: 'us-east-1' };
    const account = accountOf(repository(statement('Allow', stranger)), registry(), abroad);
    expect(outcome(account, stranger)).to.equal('allowed');
  });
});

describe('Who can pull', () => {
  const reachesOf = (account: Account, resource: string) =>
    account
      .whoCan({ action: pull, resource })
      .reaches.filter(({ subject }) => subject.sort !== 'root')
      .map(({ subject, answer }) => `${subject.name} ${answer.is}`);

  it('is asked of every repository that a pattern fits', () => {
    const account = accountOf(
      repository(statement('Allow', stranger)),
      registry(),
      roleWith('Train', { Effect: 'Allow', Action: pull, Resource: id }),
    );
    const pattern = `arn:aws:ecr:*:${accountId}:repository/fraud/*`;
    const expected = [`${stranger} yes`, `${roleArn('Train')} yes`];
    expect(reachesOf(account, pattern)).to.deep.equal(expected);
    expect(reachesOf(account, '*')).to.deep.equal(expected);
    expect(reachesOf(account, pattern.replace('fraud', 'nlp'))).to.deep.equal([]);
  });

  it('is not known of repositories that were not listed', () => {
    const snapshot = snapshotOf([noOrganization], listDenied('ecr.repository'));
    const { missing } = openAccount(snapshot, undeclared).whoCan({ action: pull, resource: '*' });
    expect(missing.map(({ what }) => what)).to.deep.equal([`all ecr.repository in ${region}`]);
  });
});
