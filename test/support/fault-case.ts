import { allowList, declaredOperations } from '../../src/collect/declared-operation.ts';
import { bootstrapOperations } from '../../src/collect/capture/identify.ts';
import type { Collector } from '../../src/collect/collector.ts';
import { collectors } from '../../src/collect/index.ts';
import { s3AccountCollector } from '../../src/collect/s3/account.ts';
import type { OperationId } from '../../src/collect/call/sdk.ts';
import { faultApplies } from '../../src/sandbox/apply-fault.ts';
import { faultClasses, type Fault, type FaultClass } from '../../src/sandbox/fault.ts';

/** Everything that a capture may call. */
export const operations: readonly OperationId[] = [...declaredOperations(collectors).keys()];

/** Gone after one failed attempt: what a retry is for. */
export const passing = [
  'throttle',
  'server-error',
  'connection-cut',
  'truncated-body',
] as const satisfies readonly FaultClass[];

export function classesOf(operation: OperationId): readonly FaultClass[] {
  return faultClasses.filter((one) => faultApplies(one, operation));
}

/** Whether every capture calls it before anything else. */
export function isBootstrap(operation: string): boolean {
  return Object.hasOwn(bootstrapOperations, operation);
}

/** Those that call one of the operations; for what every capture calls, the shortest will do. */
export function collectorsOf(...called: readonly OperationId[]): readonly Collector[] {
  const concerned = collectors.filter((one) => {
    const declared = allowList([one]);
    return called.some((operation) => !isBootstrap(operation) && declared.has(operation));
  });
  return concerned.length === 0 ? [s3AccountCollector] : concerned;
}

/** One line for the message of a failed assertion. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ class: name, operation, ...rest }) =>
      [
        operation,
        name,
        ...Object.entries(rest).map(([key, value]) => `${key}=${String(value).slice(0, 40)}`),
      ].join(' '),
    )
    .join('; ');
}
