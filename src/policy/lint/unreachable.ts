import type { ListElement, PrincipalElement, Statement } from '../../model/policy.ts';
import { globCovers } from '../glob.ts';
import { warning, type Check, type LintFinding, type LintedPolicy } from './finding.ts';

/** Statements that another one of the document makes idle. */
export const unreachable: Check = (linted) => {
  const { statements } = linted.policy;
  // The comparison is by pairs; a document of thousands of statements is over every limit of AWS.
  if (statements.length > 500) return [];
  return statements.flatMap((statement) => idle(statement, statements, linted));
};

function idle(
  statement: Statement,
  all: readonly Statement[],
  { at }: LintedPolicy,
): readonly LintFinding[] {
  const place = at(statement);
  const denied = all.find(
    (one) => one.effect === 'Deny' && statement.effect === 'Allow' && covers(one, statement),
  );
  if (denied !== undefined) {
    return [
      warning(
        'always-denied',
        place,
        `statement ${nameOf(denied)} denies all that this one allows; remove one of them`,
      ),
    ];
  }
  const same = all.find(
    (one) =>
      one.index < statement.index && one.effect === statement.effect && covers(one, statement),
  );
  return same === undefined
    ? []
    : [
        warning(
          'redundant',
          place,
          `statement ${nameOf(same)} already says all that this one says; remove it`,
        ),
      ];
}

function nameOf({ sid, index }: Statement): string {
  return sid === undefined || sid === '' ? String(index) : `"${sid}"`;
}

/** Whether `wide` surely matches whatever `narrow` matches. */
function covers(wide: Statement, narrow: Statement): boolean {
  if (wide.conditions.length > 0) return false;
  return (
    coversList(lowered(wide.action), lowered(narrow.action)) &&
    coversResource(wide.resource, narrow.resource) &&
    coversPrincipal(wide.principal, narrow.principal)
  );
}

function coversResource(wide: ListElement | undefined, narrow: ListElement | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  return coversList(wide, narrow);
}

function lowered({ not, values }: ListElement): ListElement {
  return { not, values: values.map((value) => value.toLowerCase()) };
}

function coversList(wide: ListElement, narrow: ListElement): boolean {
  if (wide.not || narrow.not) return JSON.stringify(wide) === JSON.stringify(narrow);
  if (wide.values.some((value) => value.includes('${'))) return false;
  return narrow.values.every((value) => wide.values.some((one) => globCovers(one, value)));
}

function coversPrincipal(
  wide: PrincipalElement | undefined,
  narrow: PrincipalElement | undefined,
): boolean {
  if (wide?.everyone === true && !wide.not && narrow !== undefined && !narrow.not) return true;
  return JSON.stringify(wide) === JSON.stringify(narrow);
}
