import { expect } from 'chai';
import { can } from '../../../src/account/access/can.ts';
import {
  organizationSide,
  type OrganizationSide,
} from '../../../src/account/access/organization-policies.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import type { Account } from '../../../src/account/account.ts';
import type { Principal } from '../../../src/decide/principal.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, present } from '../../../src/model/observed.ts';
import type { Fields, Resource } from '../../../src/model/resource.ts';
import { accountId, build, completeUniverse, snapshotOf } from '../../support/build.ts';

const denied = { state: 'denied', call: 'organizations:ListRoots', code: 'AccessDenied' } as const;

const member = present({
  id: 'o-exampleorgid',
  managementAccount: '000011112222',
  featureSet: 'ALL',
});

function policyOf(name: string, ...statements: readonly JsonObject[]) {
  return { name, document: { Version: '2012-10-17', Statement: statements }, sha256: '' } as const;
}

const full = policyOf('Full', { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
const fullAccess = policyOf('FullAWSAccess', { Effect: 'Allow', Action: '*', Resource: '*' });
const denial = policyOf('keep', { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' });

type Own = Fields<'organizations.account'>;

const levels: Partial<Own> = {
  organization: member,
  path: present(['r-ab12', 'ou-ab12-11111111', accountId]),
  serviceControlPolicies: present([
    { target: 'r-ab12', policies: [fullAccess] },
    { target: 'ou-ab12-11111111', policies: [fullAccess, denial] },
    { target: accountId, policies: [fullAccess] },
  ]),
  resourceControlPolicies: present([{ target: 'r-ab12', policies: [full] }]),
};

function accountWith(fields: Partial<Own>, ...others: readonly Resource[]): Account {
  return openAccount(snapshotOf([build('organizations.account', fields), ...others]), undeclared);
}

/** Names of the policies by level. */
function names(layer: OrganizationSide['scp']) {
  return layer?.map((level) => level.map((one) => one.name));
}

function doubts(layer: OrganizationSide['scp']) {
  return layer?.flat().flatMap((one) => one.oddities.map(({ message }) => message));
}

describe('What the organisation lays on the account', () => {
  it('is every level of policies, root first, each named with its place', () => {
    const side = organizationSide(accountWith(levels));
    expect([side.id, side.path]).to.deep.equal([
      present('o-exampleorgid'),
      present('o-exampleorgid/r-ab12/ou-ab12-11111111/'),
    ]);
    expect(names(side.scp)).to.deep.equal([
      ['FullAWSAccess at r-ab12'],
      ['FullAWSAccess at ou-ab12-11111111', 'keep at ou-ab12-11111111'],
      [`FullAWSAccess at ${accountId}`],
    ]);
    expect(names(side.rcp)).to.deep.equal([['Full at r-ab12']]);
    expect(doubts(side.scp)).to.deep.equal([]);
  });

  it('is nothing for the management account, but the organisation is its own all the same', () => {
    const organization = present({ ...member.value, managementAccount: accountId });
    const path = present(['r-ab12', accountId]);
    const side = organizationSide(accountWith({ ...levels, organization, path }));
    expect(side).to.deep.equal({
      id: present('o-exampleorgid'),
      path: present('o-exampleorgid/r-ab12/'),
      scp: undefined,
      rcp: undefined,
    });
  });

  it('is nothing where there is no organisation, and no policies where a type is off', () => {
    const alone = organizationSide(accountWith({ organization: absent }));
    const nothing = { id: absent, path: absent, scp: undefined, rcp: undefined };
    expect(alone).to.deep.equal(nothing);
    const off = organizationSide(accountWith({ ...levels, resourceControlPolicies: absent }));
    expect(off.rcp).to.equal(undefined);
    expect(off.scp).to.have.lengthOf(3);
  });

  it('is unknown where a plain member was not told, with the reason', () => {
    const side = organizationSide(accountWith(plainMember));
    expect([side.id, side.path]).to.deep.equal([present('o-exampleorgid'), denied]);
    const why = ['organizations:ListRoots was denied (AccessDenied)'];
    expect([doubts(side.scp), doubts(side.rcp)]).to.deep.equal([why, why]);
  });

  it('is all unknown where the organisation was not described or not captured', () => {
    const refused = organizationSide(accountWith({ organization: denied }));
    expect([refused.id, refused.path]).to.deep.equal([denied, denied]);
    expect(doubts(refused.scp)).to.have.lengthOf(1);
    const snapshot = snapshotOf([], [completeUniverse('iam.role', 'global')]);
    const unasked = organizationSide(openAccount(snapshot, undeclared));
    expect([unasked.id.state, unasked.path.state]).to.deep.equal([
      'not-collected',
      'not-collected',
    ]);
    expect([doubts(unasked.scp), doubts(unasked.rcp)].map((one) => one?.length)).to.deep.equal([
      1, 1,
    ]);
  });
});

const plainMember: Partial<Own> = {
  organization: member,
  path: denied,
  policyTypes: denied,
  serviceControlPolicies: denied,
  resourceControlPolicies: denied,
};

describe('An answer', () => {
  const arn = `arn:aws:iam::${accountId}:role/Trainer`;
  const principal: Principal = {
    kind: 'role',
    account: accountId,
    arn,
    name: 'Trainer',
    serviceLinked: false,
  };
  const inOrganization = {
    'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-exampleorgid/r-ab12/*' },
  };
  const statement = { Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' };

  function outcome(
    fields: Partial<Own>,
    {
      statements = [statement],
      action = 'iam:ListRoles',
    }: { statements?: readonly JsonObject[]; action?: string },
  ): string {
    const inlinePolicies = present([policyOf('inline', ...statements)]);
    const role = build('iam.role', { inlinePolicies }, { id: arn, name: 'Trainer' });
    return can(accountWith(fields, role), { principal, action, resource: '*' }).outcome;
  }

  it('is allowed where every level allows', () => {
    expect(outcome(levels, {})).to.equal('allowed');
  });

  it('is denied by a service control policy of a unit', () => {
    const statements = [{ ...statement, Action: '*' }];
    const denying = {
      ...denial,
      document: policyOf('', { ...statement, Effect: 'Deny' }).document,
    };
    const serviceControlPolicies = present([{ target: 'r-ab12', policies: [fullAccess, denying] }]);
    expect(outcome({ ...levels, serviceControlPolicies }, { statements })).to.equal(
      'explicitly-denied',
    );
  });

  it('is unknown, not allowed, where the policies were not told', () => {
    expect(outcome(plainMember, {})).to.equal('unknown');
    expect(outcome(plainMember, { action: 'iam:ListUsers' })).to.equal('implicitly-denied');
  });

  it('knows the place in the organisation, and that it is unknown where it was not told', () => {
    const statements = [{ ...statement, Condition: inOrganization }];
    expect(outcome(levels, { statements })).to.equal('allowed');
    const off = { serviceControlPolicies: absent, resourceControlPolicies: absent };
    expect(outcome({ ...levels, ...off, path: denied }, { statements })).to.equal('unknown');
    expect(outcome({ organization: absent }, { statements })).to.equal('implicitly-denied');
  });
});
