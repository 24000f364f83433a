import { actionFacts } from '../../facts/action-facts.ts';
import { conditionKeyFacts, fitsKey } from '../../facts/condition-keys.ts';
import type { Condition, Statement } from '../../model/policy.ts';
import { parseOperator } from '../operator.ts';
import { eachStatement, warning, type Check, type LintFinding } from './finding.ts';

/** Keys that an action does not support are missing from its requests, so the condition is idle. */
export const unsupportedKeys: Check = eachStatement((statement, { at }) =>
  statement.conditions.flatMap((condition) => {
    if (/^aws:(?!requesttag|resourcetag|tagkeys)/i.test(condition.key)) return [];
    return exactActions(statement)
      .filter((action) => !supports(action, condition.key))
      .map((action) =>
        warning(
          'unsupported-key',
          at(statement, 'Condition', condition.operator, condition.key),
          `${action} does not support ${condition.key}: its requests never carry the key, so ${idleness(condition, statement)}; take the action out of this statement`,
        ),
      );
  }),
);

function exactActions({ action }: Statement): readonly string[] {
  return action.not ? [] : action.values.filter((value) => actionFacts(value) !== undefined);
}

function supports(action: string, key: string): boolean {
  const [service = ''] = key.toLowerCase().split(':');
  // Keys of other services, of identity providers and the like are not the action's own.
  if (service !== 'aws' && service !== action.toLowerCase().split(':')[0]) return true;
  return actionFacts(action)?.conditionKeys.some((known) => fitsKey(known, key)) === true;
}

function idleness({ operator }: Condition, { effect }: Statement): string {
  const read = parseOperator(operator);
  const holds = read !== undefined && (read.ifExists || read.negated || read.set === 'all');
  if (holds) return `the condition always holds, and does not narrow the ${effect}`;
  return `the condition never holds, and the ${effect} does nothing for it`;
}

/** AWS's keys for KMS keys that give way to `…KmsKeyArn`. */
export const deprecatedKeys: Check = eachStatement((statement, { at }) =>
  statement.conditions
    .filter(({ key }) => /^sagemaker:\w*KmsKey$/i.test(key))
    .map(({ operator, key }) =>
      warning(
        'deprecated-key',
        at(statement, 'Condition', operator, key),
        `${key} is deprecated; use ${key}Arn`,
      ),
    ),
);

/** Set operators belong to keys with several values, and the other way round. */
export const setOperators: Check = eachStatement((statement, { at }) =>
  statement.conditions.flatMap((condition): readonly LintFinding[] => {
    const { operator, key } = condition;
    const read = parseOperator(operator);
    const several = conditionKeyFacts(key)?.multivalued;
    if (read === undefined || several === undefined || read.base === 'Null') return [];
    const place = at(statement, 'Condition', operator, key);
    if (several && read.set === 'none') {
      return [
        warning(
          'needs-set-operator',
          place,
          `${key} carries several values; put ForAnyValue: or ForAllValues: before ${operator}`,
        ),
      ];
    }
    if (!several && read.set !== 'none') {
      return [
        warning(
          'set-operator',
          place,
          `${key} carries one value; ${read.set === 'all' ? 'ForAllValues also holds where the key is missing' : 'a set operator is not meant for it'}: use the plain operator`,
        ),
      ];
    }
    return [];
  }),
);

/** ForAllValues holds for a request that does not carry the key. */
export const forAllValues: Check = eachStatement((statement, { at }) => {
  if (statement.effect !== 'Allow') return [];
  const demanded = statement.conditions.filter(
    ({ operator, values }) =>
      operator === 'Null' && values.every((one) => one.toLowerCase() === 'false'),
  );
  return statement.conditions
    .filter(
      ({ operator, key }) =>
        parseOperator(operator)?.set === 'all' &&
        !demanded.some((one) => one.key.toLowerCase() === key.toLowerCase()),
    )
    .map(({ operator, key }) =>
      warning(
        'for-all-values-without-null',
        at(statement, 'Condition', operator, key),
        `${operator} also holds when the request does not carry ${key}; add "Null": { "${key}": "false" } beside it`,
      ),
    );
});
