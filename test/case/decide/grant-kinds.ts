import type { JsonValue } from '../../../src/model/json.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  doc,
  federatedUser,
  grant,
  nothing,
  own,
  read,
  role,
  root,
  session,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// What a resource policy's grant leaves to the caller's own policies, by how it names him: the
// table of the policy evaluation logic for requests within one account.

interface Row {
  readonly id: string;
  readonly named: JsonValue;
  readonly caller: string;
  readonly cites: string;
  /** What happens when nothing is missing, then when identity, boundary or session is silent. */
  readonly complete: Outcome;
  readonly noIdentity: Outcome;
  readonly noBoundary?: Outcome;
  readonly noSession?: Outcome;
}

const yes = 'allowed';
const no = 'implicitly-denied';

const rows: readonly Row[] = [
  {
    id: 'user-by-arn',
    named: { AWS: user },
    caller: user,
    cites: page.boundaries,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
  },
  {
    id: 'role-by-arn',
    named: { AWS: role },
    caller: session,
    cites: page.boundaries,
    complete: yes,
    noIdentity: yes,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'role-by-arn-any-session',
    named: { AWS: role },
    caller: role,
    cites: page.logic,
    complete: yes,
    noIdentity: yes,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'session-by-arn',
    named: { AWS: session },
    caller: session,
    cites: page.boundaries,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
    noSession: yes,
  },
  {
    id: 'federated-session-by-arn',
    named: { AWS: federatedUser },
    caller: federatedUser,
    cites: page.logic,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
    noSession: yes,
  },
  {
    id: 'everyone',
    named: '*',
    caller: session,
    cites: page.principal,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
    noSession: yes,
  },
  {
    id: 'everyone-as-aws',
    named: { AWS: '*' },
    caller: user,
    cites: page.principal,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
  },
  {
    id: 'account-id',
    named: { AWS: own },
    caller: session,
    cites: page.principal,
    complete: yes,
    noIdentity: no,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'account-root-arn',
    named: { AWS: root },
    caller: user,
    cites: page.principal,
    complete: yes,
    noIdentity: no,
    noBoundary: no,
  },
  {
    id: 'nobody-here',
    named: { AWS: `${role}2` },
    caller: session,
    cites: page.logic,
    complete: yes,
    noIdentity: no,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'list-of-principals',
    named: { AWS: [`${role}2`, role] },
    caller: session,
    cites: page.principal,
    complete: yes,
    noIdentity: yes,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'role-and-account',
    named: { AWS: [role, own] },
    caller: session,
    cites: page.principal,
    complete: yes,
    noIdentity: yes,
    noBoundary: no,
    noSession: no,
  },
  {
    id: 'everyone-with-principal-arn',
    named: '*',
    caller: role,
    cites: page.boundaries,
    complete: yes,
    noIdentity: yes,
    noBoundary: yes,
    noSession: yes,
  },
];

export const cases: readonly Case[] = rows.flatMap((row) => [
  caseOf(row, 'complete', row.complete, [all], {}),
  caseOf(row, 'no-identity', row.noIdentity, [nothing], {}),
  ...(row.noBoundary
    ? [caseOf(row, 'no-boundary', row.noBoundary, [all], { boundary: [nothing] })]
    : []),
  ...(row.noSession
    ? [caseOf(row, 'no-session', row.noSession, [all], { session: [nothing] })]
    : []),
]);

function caseOf(
  row: Row,
  variant: string,
  expect: Outcome,
  identity: readonly JsonValue[],
  limit: { readonly boundary?: readonly JsonValue[]; readonly session?: readonly JsonValue[] },
): Case {
  const condition =
    row.id === 'everyone-with-principal-arn'
      ? { Condition: { ArnEquals: { 'aws:PrincipalArn': role } } }
      : {};
  return {
    id: `${row.id}-${variant}`,
    title: `A grant to ${row.id.replaceAll('-', ' ')}: ${variant.replaceAll('-', ' ')}`,
    line: 'A2',
    cites: row.cites,
    request: { ...read, principal: row.caller, resourceAccount: own },
    policies: { identity, ...sessionOf(row), ...limit, resource: doc(grant(row.named, condition)) },
    expect,
  };
}

/** A federated user has nothing without a session policy, so the complete variant has one. */
function sessionOf({ caller }: Row): { readonly session?: readonly JsonValue[] } {
  return caller === federatedUser ? { session: [all] } : {};
}
