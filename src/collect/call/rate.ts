import type { PaceLimits } from './pace.ts';
import { operationName, serviceOf, type OperationId } from './sdk.ts';

/** The share of a documented rate that we use, so as never to be throttled by it. */
const share = 0.95;

interface RateGroup extends PaceLimits {
  /** Operations of one group share one bucket. */
  readonly group: string;
  /** The bucket counts over the whole account instead of one region. */
  readonly accountWide: boolean;
}

/**
 * Rates per account and region. AWS documents few: ListTrainingJobs has 2 requests per second, not
 * adjustable; IAM bears 15 per second and action; KMS at least 30 to 100 and shares its quota with
 * the workload, so we stay well below, and so does ECR, whose quotas serve those who pull; S3 names none for configuration reads and answers SlowDown.
 */
export function rateOf(operation: OperationId): RateGroup {
  switch (serviceOf(operation)) {
    case 'sagemaker':
      return sageMakerRate(operation);
    case 'iam':
      return { group: operation, accountWide: true, start: 10, ceiling: 15 * share };
    case 's3':
      return { group: 's3', accountWide: true, start: 100 * share, ceiling: 100 * share };
    case 's3control':
      return { group: 's3control', accountWide: false, start: 10, ceiling: 20 * share };
    case 'kms':
      return { group: operation, accountWide: false, start: 20, ceiling: 30 * share };
    case 'ecr':
      return { group: operation, accountWide: false, start: 10, ceiling: 10 };
    case 'organizations':
    case 'sts':
    case 'account':
      return { group: operation, accountWide: true, start: 5, ceiling: 5 };
  }
}

function sageMakerRate(operation: OperationId): RateGroup {
  const group = { group: operation, accountWide: false };
  if (operation === 'sagemaker:ListTrainingJobs') {
    return { ...group, start: 2 * share, ceiling: 2 * share };
  }
  const start = operationName(operation).startsWith('Describe') ? 5 : 2;
  return { ...group, start, ceiling: 10 * share };
}
