import { expect } from 'chai';
import type { DecideCase } from '../../../src/decide/case.ts';
import { decideCase } from '../../../src/decide/decide-case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  deny,
  doc,
  federatedUser,
  nothing,
  other,
  own,
  role,
  root,
  session,
  user,
} from '../../case/decide/build.ts';

const target = `arn:aws:iam::${own}:role/Deploy`;

function trust(principal: JsonObject, action: string): JsonObject {
  return doc({ Effect: 'Allow', Principal: principal, Action: action });
}

type Row = readonly [
  title: string,
  principal: DecideCase['request']['principal'],
  action: string,
  policies: NonNullable<DecideCase['policies']>,
  expected: Outcome,
];

function testRows(rows: readonly Row[], resource: string): void {
  for (const [title, principal, action, policies, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      const request = { principal, action: `sts:${action}`, resource };
      expect(decideCase({ request, policies }).decision).to.equal(expected);
    });
  }
}

const denied = { identity: [doc(deny())], scp: [[nothing]] };
const allowed = { identity: [all], session: [all] };

describe('GetCallerIdentity', () => {
  const signed = [user, role, session, federatedUser, root, { service: 'x.amazonaws.com' }];
  testRows(
    [
      ...signed.map((one): Row => [
        `is open to ${JSON.stringify(one)}`,
        one,
        'GetCallerIdentity',
        denied,
        'allowed',
      ]),
      [
        'is for nobody who has not signed',
        'anonymous',
        'GetCallerIdentity',
        {},
        'implicitly-denied',
      ],
    ],
    '*',
  );
});

describe('Long-term credentials', () => {
  testRows(
    [
      [
        'a user gets a session token, whatever policies say',
        user,
        'GetSessionToken',
        denied,
        'allowed',
      ],
      ['the root user too', root, 'GetSessionToken', denied, 'allowed'],
      ['a session of a role does not', session, 'GetSessionToken', allowed, 'implicitly-denied'],
      ['a user federates, if allowed', user, 'GetFederationToken', allowed, 'allowed'],
      ['a user does not, if nobody allows it', user, 'GetFederationToken', {}, 'implicitly-denied'],
      [
        'a session of a role never does',
        session,
        'GetFederationToken',
        allowed,
        'implicitly-denied',
      ],
      [
        'a federated user neither',
        federatedUser,
        'GetFederationToken',
        allowed,
        'implicitly-denied',
      ],
      [
        'other operations need a permission',
        user,
        'DecodeAuthorizationMessage',
        {},
        'implicitly-denied',
      ],
      ['and are allowed by it', user, 'DecodeAuthorizationMessage', allowed, 'allowed'],
    ],
    '*',
  );
});

describe('Roles are assumed', () => {
  const trusting = (principal: string) => ({
    ...allowed,
    resource: trust({ AWS: principal }, 'sts:*'),
  });
  testRows(
    [
      ['by a user', user, 'AssumeRole', trusting(user), 'allowed'],
      ['by a session of a role', session, 'AssumeRole', trusting(role), 'allowed'],
      [
        'not by a federated user',
        federatedUser,
        'AssumeRole',
        trusting(federatedUser),
        'implicitly-denied',
      ],
      ['not by a root user', root, 'AssumeRole', trusting(own), 'implicitly-denied'],
      [
        'not by a root user of another account',
        `arn:aws:iam::${other}:root`,
        'AssumeRole',
        trusting(other),
        'implicitly-denied',
      ],
      [
        'with a context, if the trust policy says so',
        user,
        'SetContext',
        trusting(user),
        'allowed',
      ],
      ['with a context, if not', user, 'SetContext', allowed, 'implicitly-denied'],
      ['with a source identity, if not', user, 'SetSourceIdentity', allowed, 'implicitly-denied'],
      ['with tags, if not', user, 'TagSession', allowed, 'implicitly-denied'],
    ],
    target,
  );
});
