import type { Statement } from '../../model/policy.ts';
import { coversStatement } from './covers-statement.ts';
import { warning, type Check, type LintFinding, type LintedPolicy } from './finding.ts';

/** Statements that another one of the document makes idle. */
export const unreachable: Check = (linted) => {
  const { statements } = linted.policy;
  return statements.flatMap((statement) => idle(statement, statements, linted));
};

function idle(
  statement: Statement,
  all: readonly Statement[],
  { at }: LintedPolicy,
): readonly LintFinding[] {
  const place = at(statement);
  const denied = all.find(
    (one) =>
      one.effect === 'Deny' && statement.effect === 'Allow' && coversStatement(one, statement),
  );
  if (denied !== undefined) {
    const message = `statement ${nameOf(denied)} denies all that this one allows; remove one of them`;
    return [warning('always-denied', place, message)];
  }
  const same = all.find((one) => one !== statement && saysMore(one, statement));
  if (same === undefined) return [];
  const message = `statement ${nameOf(same)} already says all that this one says; remove it`;
  return [warning('redundant', place, message)];
}

/** Of two that say the same the later one is redundant. */
function saysMore(one: Statement, statement: Statement): boolean {
  if (one.effect !== statement.effect || !coversStatement(one, statement)) return false;
  return one.index < statement.index || !coversStatement(statement, one);
}

function nameOf({ sid, index }: Statement): string {
  return sid === undefined || sid === '' ? String(index) : `"${sid}"`;
}
