import { expect } from 'chai';
import type { DecideCase } from '../../../src/decide/case.ts';
import { decideCase } from '../../../src/decide/decide-case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  deny,
  doc,
  key,
  nothing,
  other,
  otherRole,
  own,
  role,
  root,
} from '../../case/decide/build.ts';

const alias = `arn:aws:kms:eu-west-1:${own}:alias/models`;

function keyPolicy(principal: string, effect = 'Allow'): JsonObject {
  return doc({ Effect: effect, Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' });
}

function decided(
  request: Partial<DecideCase['request']>,
  rest: Omit<DecideCase, 'request'>,
): Outcome {
  const asked = { principal: role, action: 'kms:Decrypt', resource: key, ...request };
  return decideCase({ request: asked, ...rest }).decision;
}

const retire = { action: 'kms:RetireGrant' };
const foreign = { principal: otherRole };

function grants(grant: JsonObject): NonNullable<DecideCase['settings']> {
  return { kms: { grants: [{ grantee: role, operations: ['Decrypt'], ...grant }] } };
}

type Row = readonly [
  title: string,
  request: Partial<DecideCase['request']>,
  rest: Omit<DecideCase, 'request'>,
  expected: Outcome,
];

const rows: readonly Row[] = [
  [
    'a grant needs no Allow of any policy',
    {},
    { policies: { resource: keyPolicy(otherRole) }, settings: grants({}) },
    'allowed',
  ],
  [
    'whether a boundary limits a grant is not documented',
    {},
    { policies: { boundary: [nothing] }, settings: grants({}) },
    'unknown',
  ],
  [
    'an SCP limits a grant',
    {},
    { policies: { scp: [[nothing]] }, settings: grants({}) },
    'implicitly-denied',
  ],
  [
    'an RCP limits a grant of a customer key',
    {},
    {
      policies: { rcp: [[all], [doc(deny('kms:*', '*', { Principal: '*' }))]] },
      settings: grants({}),
    },
    'explicitly-denied',
  ],
  [
    'a grant to the account counts with the caller’s Allow',
    {},
    { policies: { identity: [all] }, settings: grants({ grantee: root }) },
    'allowed',
  ],
  [
    'whether it counts without is not documented',
    {},
    { policies: {}, settings: grants({ grantee: root }) },
    'unknown',
  ],
  [
    'a Deny of the caller’s wins over a grant to another account',
    foreign,
    { policies: { identity: [doc(deny())] }, settings: grants({ grantee: otherRole }) },
    'explicitly-denied',
  ],
  [
    'Encapsulate works across accounts',
    { ...foreign, action: 'kms:Encapsulate' },
    { policies: { identity: [all], resource: keyPolicy(other) } },
    'allowed',
  ],
  [
    'TagResource does not',
    { ...foreign, action: 'kms:TagResource' },
    { policies: { identity: [all], resource: keyPolicy(other) } },
    'implicitly-denied',
  ],
  [
    'the retiring principal of another account needs nothing',
    { ...foreign, ...retire },
    { policies: {}, settings: grants({ retiring: otherRole }) },
    'allowed',
  ],
  [
    'nor can the key policy keep it off',
    { ...foreign, ...retire },
    { policies: { resource: keyPolicy('*', 'Deny') }, settings: grants({ retiring: otherRole }) },
    'allowed',
  ],
  [
    'a Deny of its own can',
    { ...foreign, ...retire },
    {
      policies: { identity: [doc(deny('kms:RetireGrant'))] },
      settings: grants({ retiring: otherRole }),
    },
    'explicitly-denied',
  ],
  [
    'a key policy cannot allow RetireGrant',
    retire,
    { policies: { resource: keyPolicy(role) }, settings: grants({}) },
    'implicitly-denied',
  ],
  [
    'nor to another account',
    { ...foreign, ...retire },
    { policies: { identity: [all], resource: keyPolicy(otherRole) }, settings: grants({}) },
    'implicitly-denied',
  ],
  [
    'the owner’s account leaves it to its own policies',
    retire,
    { policies: { identity: [all] }, settings: grants({}) },
    'allowed',
  ],
  [
    'an alias has no policy',
    { action: 'kms:CreateAlias', resource: alias },
    { policies: { identity: [all] } },
    'allowed',
  ],
  [
    'the key behind one has',
    { resource: alias },
    { policies: { identity: [all] } },
    'implicitly-denied',
  ],
];

describe('Keys', () => {
  for (const [title, request, rest, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      expect(decided(request, rest)).to.equal(expected);
    });
  }
});
