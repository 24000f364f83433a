import type { CompiledStatement } from '../decide/compile-statement.ts';
import type { Condition, ListElement } from '../model/policy.ts';

/**
 * If true, a statement matches every request that the other one matches, its action and its
 * principal left aside: what it says of resources and conditions, the other one says too. Decided
 * by the texts alone; false proves nothing.
 */
export function covers(outer: CompiledStatement, inner: CompiledStatement): boolean {
  if (outer.odd !== undefined || outer.version !== inner.version) return false;
  // Only where it hangs on its resource is it sure what a statement without any is about.
  if (outer.statement.resource === undefined && outer.source.layer !== 'resource') return false;
  if (!coversResource(outer.statement.resource, inner.statement.resource)) return false;
  if (outer.statement.conditions.length === 0) return true;
  const said = new Set(inner.statement.conditions.map(conditionText));
  return outer.statement.conditions.every((one) => said.has(conditionText(one)));
}

function coversResource(outer: ListElement | undefined, inner: ListElement | undefined): boolean {
  if (outer === undefined || inner === undefined) return outer === inner;
  if (!outer.not && outer.values.some((value) => /^\*+$/.test(value))) return true;
  if (outer.not !== inner.not) return false;
  const [smaller, greater] = outer.not ? [outer, inner] : [inner, outer];
  const listed = new Set(greater.values);
  return smaller.values.every((value) => listed.has(value));
}

function conditionText({ operator, key, values }: Condition): string {
  return [operator, key.toLowerCase(), ...[...values].sort()].join('\n');
}
