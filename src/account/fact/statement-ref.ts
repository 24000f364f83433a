import type { Statement } from '../../model/policy.ts';
import type { StatementRef } from '../../model/verdict.ts';

/** Points at a statement of the policy called `policy`. */
export function statementRef(policy: string, statement: Statement): StatementRef {
  const { index, sid } = statement;
  return sid === undefined ? { policy, index } : { policy, index, sid };
}

/** The statement's part of a finding id: its Sid, which outlives a reordering, or its position. */
export function statementName(statement: Statement): string {
  return statement.sid === undefined || statement.sid === ''
    ? `#${statement.index}`
    : statement.sid;
}
