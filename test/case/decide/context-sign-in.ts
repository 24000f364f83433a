import type { CasePolicies } from '../../../src/decide/case.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { all, type CaseRow, casesOf, deny, doc, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// How the caller of a request signed in.

const yes = 'allowed';
const denied = 'explicitly-denied';

function denyIf(condition: JsonObject): CasePolicies {
  return { identity: [all, doc(deny('*', '*', { Condition: condition }))] };
}

const withoutMfa = denyIf({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } });
const sessionsWithoutMfa = denyIf({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } });
const oldMfa = denyIf({ NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } });
const oldSessions = denyIf({ DateLessThan: { 'aws:TokenIssueTime': '2026-03-01T00:00:00Z' } });
const mfa = (present: string): { context: Record<string, string> } => ({
  context: { 'aws:MultiFactorAuthPresent': present },
});

const signIn: readonly CaseRow[] = [
  ['mfa', 'With a second factor', user, withoutMfa, yes, mfa('true')],
  ['mfa-session', 'A session without', user, withoutMfa, denied, mfa('false')],
  ['mfa-keys', 'Access keys have no such key: IfExists denies them too', user, withoutMfa, denied],
  ['mfa-keys-bool', 'Bool alone does not', user, sessionsWithoutMfa, yes],
  ['mfa-session-bool', 'But sessions', user, sessionsWithoutMfa, denied, mfa('false')],
  [
    'mfa-age',
    'A second factor of long ago',
    user,
    oldMfa,
    denied,
    { context: { 'aws:MultiFactorAuthAge': 3601 } },
  ],
  [
    'mfa-age-fresh',
    'One of just now',
    user,
    oldMfa,
    yes,
    { context: { 'aws:MultiFactorAuthAge': 3600 } },
  ],
  [
    'revoked',
    'A session from before sessions were revoked',
    session,
    oldSessions,
    denied,
    { context: { 'aws:TokenIssueTime': '2026-02-28T23:59:59Z' } },
  ],
  [
    'not-revoked',
    'One from after',
    session,
    oldSessions,
    yes,
    { context: { 'aws:TokenIssueTime': '2026-03-01T00:00:00Z' } },
  ],
  ['revoked-keys', 'Access keys are not revoked so', user, oldSessions, yes],
  [
    'source-identity',
    'A session of somebody',
    session,
    denyIf({ StringNotLike: { 'aws:SourceIdentity': '*' } }),
    yes,
    { context: { 'aws:SourceIdentity': 'maria' } },
  ],
  [
    'source-identity-none',
    'A session of nobody',
    session,
    denyIf({ StringNotLike: { 'aws:SourceIdentity': '*' } }),
    denied,
  ],
];

export const cases: readonly Case[] = signIn.map(casesOf('sign-in', 'A6', page.keys));
