import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import type { Condition } from '../../model/policy.ts';
import { parseOperator } from '../operator.ts';
import {
  eachStatement,
  error,
  warning,
  type Check,
  type LintFinding,
  type PolicyKind,
} from './finding.ts';

/** Set operators belong to keys with several values, and the other way round. */
export const setOperators: Check = eachStatement((statement, { at, kind }) =>
  statement.conditions.flatMap((condition) => {
    const { operator, key } = condition;
    return inCondition(condition, kind, at(statement, 'Condition', operator, key));
  }),
);

function inCondition(
  { operator, key }: Condition,
  kind: PolicyKind,
  place: string,
): readonly LintFinding[] {
  const read = parseOperator(operator);
  const several = conditionKeyFacts(key)?.multivalued;
  if (read === undefined || several === undefined || read.base === 'Null') return [];
  if (several === (read.set !== 'none')) return [];
  if (several) {
    const message = `${key} carries several values; put ForAnyValue: or ForAllValues: before ${operator}`;
    return [warning('needs-set-operator', place, message)];
  }
  if (read.set === 'all' && /^kms:EncryptionContext:/i.test(key)) {
    // AWS KMS Developer Guide, kms:EncryptionContext:context-key: OverlyPermissiveCondition.
    const message = `AWS KMS refuses ForAllValues on ${key}, for it holds without any encryption context; use StringEquals`;
    return [(kind === 'resource' ? error : warning)('encryption-context-set', place, message)];
  }
  const why =
    read.set === 'all'
      ? 'ForAllValues also holds where the key is missing'
      : 'a set operator is not meant for it';
  const message = `${key} carries one value; ${why}: use the plain operator`;
  return [warning('set-operator', place, message)];
}
