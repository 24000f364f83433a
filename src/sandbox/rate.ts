import type { Call } from './call.ts';
import { operationId } from './call.ts';

/** How many calls a second AWS bears. */
export interface Rate {
  /** An operation id, or all operations of a service: `iam:*`. The first row that fits counts. */
  readonly operations: string;
  readonly perSecond: number;
  /** Whether the calls of all regions count together. */
  readonly scope: 'account' | 'region';
  /** All operations of the row draw on one bucket; otherwise each has its own. */
  readonly shared?: true;
}

/**
 * AWS documents few of these. ListTrainingJobs has 2 requests a second, not adjustable; the other
 * SageMaker, IAM and S3 figures are what clients were found to bear; ListRegions has 5.
 */
export const awsRates: readonly Rate[] = [
  { operations: 'sagemaker:ListTrainingJobs', perSecond: 2, scope: 'region' },
  { operations: 'sagemaker:*', perSecond: 10, scope: 'region' },
  { operations: 'iam:*', perSecond: 15, scope: 'account' },
  { operations: 's3:*', perSecond: 100, scope: 'account', shared: true },
  { operations: 's3control:*', perSecond: 20, scope: 'region', shared: true },
  { operations: 'kms:*', perSecond: 100, scope: 'region' },
  { operations: 'ecr:*', perSecond: 20, scope: 'region' },
  { operations: 'organizations:*', perSecond: 5, scope: 'account' },
  { operations: 'account:*', perSecond: 5, scope: 'account' },
  { operations: 'sts:*', perSecond: 600, scope: 'region', shared: true },
];

/** The row that governs an operation; undefined: it is not limited. */
export function rateOf(operation: string, rates: readonly Rate[] = awsRates): Rate | undefined {
  const service = operation.slice(0, operation.indexOf(':'));
  return rates.find(({ operations }) => operations === operation || operations === `${service}:*`);
}

interface Bucket {
  tokens: number;
  /** Milliseconds since the epoch. */
  filledAt: number;
}

/** Token buckets that hold what one second brings, at least one call, and begin full. */
export class RateLimiter {
  readonly #rates: readonly Rate[];
  readonly #buckets = new Map<string, Bucket>();

  constructor(rates: readonly Rate[]) {
    this.#rates = rates;
  }

  /** False when the call comes too early; `now` is in milliseconds. */
  admits(call: Call, now: number): boolean {
    const rate = rateOf(operationId(call), this.#rates);
    if (rate === undefined) return true;
    const capacity = Math.max(1, rate.perSecond);
    const name = bucketName(call, rate);
    const bucket = this.#buckets.get(name) ?? { tokens: capacity, filledAt: now };
    const refill = ((now - bucket.filledAt) / 1000) * rate.perSecond;
    const tokens = Math.min(capacity, bucket.tokens + Math.max(0, refill));
    const admitted = tokens >= 1;
    this.#buckets.set(name, { tokens: admitted ? tokens - 1 : tokens, filledAt: now });
    return admitted;
  }
}

function bucketName(call: Call, rate: Rate): string {
  const operations = rate.shared === true ? rate.operations : operationId(call);
  const region = rate.scope === 'region' ? call.region : '';
  return `${call.account.id} ${region} ${operations}`;
}
