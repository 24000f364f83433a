import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, allow, bucket, type CaseRow, casesOf, deny, doc, grant, nothing } from './build.ts';
import { other, otherRole, otherRoot, own, role } from './build.ts';
import { page, type Case } from './case.ts';

// Two accounts: who is named, and what his own account must allow.

const yes = 'allowed';
const no = 'implicitly-denied';
const user = `arn:aws:iam::${other}:user/ada`;
const session = `arn:aws:sts::${other}:assumed-role/Partner/s1`;
const federated = `arn:aws:sts::${other}:federated-user/ada`;
const model = {
  action: 'sagemaker:DescribeModel',
  resource: `arn:aws:sagemaker:eu-west-1:${own}:model/m`,
};
const withArn = doc(grant('*', { Condition: { ArnEquals: { 'aws:PrincipalArn': otherRole } } }));

function granting(named: string, more: CasePolicies = {}): CasePolicies {
  return { identity: [all], resource: doc(grant({ AWS: named })), ...more };
}

const sides: readonly CaseRow[] = [
  ['user', 'A user, both sides', user, granting(user), yes],
  [
    'user-boundary',
    'A boundary limits a user that is named, unlike at home',
    user,
    granting(user, { boundary: [nothing] }),
    no,
  ],
  [
    'user-alone',
    'To be named is not enough, unlike at home',
    user,
    granting(user, { identity: [nothing] }),
    no,
  ],
  ['session-alone', 'Nor for a session', session, granting(session, { identity: [nothing] }), no],
  [
    'session-policy',
    'A session policy limits a session that is named',
    session,
    granting(session, { session: [nothing] }),
    no,
  ],
  [
    'session-boundary',
    'So does the role’s boundary',
    session,
    granting(session, { boundary: [nothing] }),
    no,
  ],
  ['session-by-role', 'A session of the role that is named', session, granting(otherRole), yes],
  ['role-by-session', 'A role’s other sessions', `${session}2`, granting(session), no],
  [
    'federated',
    'A federated user, by its account',
    federated,
    granting(other, { session: [all] }),
    yes,
  ],
  ['federated-unbound', 'Without a session policy it has nothing', federated, granting(other), no],
  [
    'everyone-with-arn',
    'Everyone, bound to the role by a condition',
    otherRole,
    { identity: [all], resource: withArn },
    yes,
  ],
  [
    'everyone-with-arn-alone',
    'The caller’s account must allow that, too',
    otherRole,
    { resource: withArn },
    no,
  ],
  [
    'root-named',
    'The root user, by its account',
    otherRoot,
    { resource: doc(grant({ AWS: otherRoot })) },
    yes,
  ],
  ['root-everyone', 'The root user, by everyone', otherRoot, { resource: doc(grant('*')) }, yes],
  ['root-by-user', 'A grant to its user is none to it', otherRoot, granting(user), no],
  [
    'resource-other-action',
    'The resource policy allows another action',
    otherRole,
    {
      identity: [all],
      resource: doc(allow('s3:PutObject', `${bucket}/*`, { Principal: { AWS: otherRole } })),
    },
    no,
  ],
  [
    'identity-other-resource',
    'The caller’s account allows another resource',
    otherRole,
    granting(otherRole, { identity: [doc(allow('s3:*', 'arn:aws:s3:::own/*'))] }),
    no,
  ],
  [
    'account-deny-one',
    'An account is let in, but one of its roles not',
    otherRole,
    {
      identity: [all],
      resource: doc(
        grant({ AWS: other }),
        deny('s3:*', `${bucket}/*`, { Principal: { AWS: otherRole } }),
      ),
    },
    'explicitly-denied',
  ],
  [
    'own-role',
    'The owner’s own role needs one side only',
    role,
    { identity: [all], resource: doc(grant({ AWS: other })) },
    yes,
  ],
  [
    'no-resource-policy',
    'What has no resource policy is closed to others',
    otherRole,
    { identity: [all] },
    no,
    model,
  ],
  ['no-resource-policy-root', 'Even to their root user', otherRoot, {}, no, model],
];

export const cases: readonly Case[] = sides.map(casesOf('cross-side', 'A3', page.crossAccount));
