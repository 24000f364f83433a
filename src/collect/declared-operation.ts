import type { AllowList } from './call/guard.ts';
import type { Collector } from './collector.ts';
import { bootstrapOperations } from './capture/identify.ts';
import type { OperationId } from './call/sdk.ts';

/** Operation to IAM action, for the bootstrap calls and everything `collectors` declared. */
export function declaredOperations(
  collectors: readonly Collector[],
): ReadonlyMap<OperationId, string> {
  const all = [bootstrapOperations, ...collectors.map((one) => one.operations)];
  // Object.entries widens the keys, which are operation ids by the type of `operations`.
  const entries = all.flatMap((one) => Object.entries(one) as [OperationId, string][]);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function allowList(collectors: readonly Collector[]): AllowList {
  return new Set(declaredOperations(collectors).keys());
}
