import type { Purpose } from '../account/lineage/execution.ts';

/** The words of a contract for what SageMaker does. */
export const workWords = {
  'training-jobs': 'training',
  'tuning-jobs': 'tuning',
  'automl-jobs': 'automl',
  'processing-jobs': 'processing',
  'transform-jobs': 'transform',
  endpoints: 'endpoint',
  notebooks: 'notebook',
  studio: 'studio',
  pipelines: 'pipeline',
  monitoring: 'monitoring',
  'feature-groups': 'featureStore',
} as const satisfies { readonly [word: string]: Purpose };

export type WorkWord = keyof typeof workWords;
