import type { Condition, Statement } from '../../model/policy.ts';

/**
 * The conditions of a statement, without the `ForAllValues` and `IfExists` that have no effect
 * because a `Null` beside them demands the key. IAM User Guide, "Multivalued context keys": pair
 * `ForAllValues` with `Null` false, so that a missing key or an empty set does not match.
 */
export function firmConditions({ conditions }: Statement): readonly Condition[] {
  const demanded = new Set(conditions.filter(demandsKey).map(({ key }) => key.toLowerCase()));
  return conditions.map((one) => {
    if (!demanded.has(one.key.toLowerCase())) return one;
    return { ...one, operator: one.operator.replace(/^ForAllValues:|IfExists$/g, '') };
  });
}

function demandsKey({ operator, values }: Condition): boolean {
  return (
    operator === 'Null' && values.length > 0 && values.every((one) => one.toLowerCase() === 'false')
  );
}
