import type { OperationId } from '../call/sdk.ts';

/** Operations that IAM authorises by an action of their own name, as all of SageMaker's are. */
export function sameNameActions(
  ...operations: readonly OperationId[]
): Readonly<Partial<Record<OperationId, string>>> {
  return Object.fromEntries(operations.map((operation) => [operation, operation]));
}
