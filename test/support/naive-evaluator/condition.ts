import { list, type NaiveStatement } from './naive-case.ts';
import { compareOne } from './operator.ts';
import type { RequestKeys } from './request-keys.ts';

export interface ConditionQuestion {
  readonly keys: RequestKeys;
  readonly variables: boolean;
  /** Whether what is in doubt is to hold. */
  readonly lenient: boolean;
}

/** All operators and all keys must hold (IAM: Condition). */
export function conditionHolds(
  condition: NonNullable<NaiveStatement['Condition']>,
  question: ConditionQuestion,
): boolean {
  return Object.entries(condition).every(([operator, block]) =>
    Object.entries(block).every(([key, values]) =>
      operatorHolds(
        operator,
        list(values).map(String),
        question.keys.get(key.toLowerCase()) ?? [],
        question,
      ),
    ),
  );
}

function operatorHolds(
  operator: string,
  wanted: readonly string[],
  actual: readonly string[],
  { keys, variables, lenient }: ConditionQuestion,
): boolean {
  const [, set = '', base = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const isMissing = actual.length === 0;
  if (base === 'Null') return wanted.some((one) => (one.toLowerCase() === 'true') === isMissing);
  const isNegated = base.includes('Not');
  const positive = base.replace('Not', '');
  if (!isKnown(positive)) return lenient;
  const holds = actual.map(
    (value) =>
      wanted.some((one) => compareOne(positive, one, value, { keys, variables })) !== isNegated,
  );
  switch (set) {
    case 'ForAllValues':
      return holds.every((one) => one);
    case 'ForAnyValue':
      // Of a missing key IAM says "false" for ForAnyValue and "true" for IfExists.
      if (isMissing) return ifExists !== undefined && lenient;
      return holds.some((one) => one);
    default:
      if (isMissing) return isNegated || ifExists !== undefined;
      // Several values where one is meant: sure only if all say the same.
      return lenient ? holds.includes(true) : !holds.includes(false);
  }
}

function isKnown(positive: string): boolean {
  return /^(String(Equals|EqualsIgnoreCase|Like)|(Numeric|Date)(Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)|Bool|BinaryEquals|IpAddress|Arn(Equals|Like))$/.test(
    positive,
  );
}
