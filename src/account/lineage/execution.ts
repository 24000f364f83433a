import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';

/** What SageMaker does by a role. */
export type Purpose =
  | 'training'
  | 'tuning'
  | 'automl'
  | 'processing'
  | 'transform'
  | 'endpoint'
  | 'notebook'
  | 'studio'
  | 'pipeline'
  | 'monitoring'
  | 'featureStore';

/** One thing that runs, ran or will run by a role. */
export interface Execution {
  /** ARN of the execution role. */
  readonly role: string;
  readonly purpose: Purpose;
  /** ARN of the job, model, notebook, user profile, … */
  readonly resource: string;
  readonly kind: Kind;
  readonly name: string;
  /** It still runs, or runs again by itself: endpoints, notebooks, pipelines, schedules; not jobs that have ended. */
  readonly live: boolean;
  /** ARN patterns of what it reads: training data, model weights, code. */
  readonly reads: readonly string[];
  /** ARN patterns of where it writes. */
  readonly writes: readonly string[];
  /** ARN patterns of code it runs: scripts in S3, model archives, repositories of images. */
  readonly runs: readonly string[];
}

export interface Executions {
  readonly list: readonly Execution[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}
