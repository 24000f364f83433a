import type { Aws } from '../collector.ts';

/**
 * How every list of jobs is asked: newest first, only those made within the window. Never by
 * LastModifiedTimeAfter: the service then walks all jobs ever run, in empty pages.
 */
export function jobWindow(aws: Aws) {
  return {
    MaxResults: 100,
    SortBy: 'CreationTime',
    SortOrder: 'Descending',
    CreationTimeAfter: aws.jobsSince,
  } as const;
}
