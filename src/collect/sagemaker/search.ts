import type { ResourceType, SearchRecord } from '@aws-sdk/client-sagemaker';
import { CallError, ListTruncated } from '../call/call-error.ts';
import { paging, type Aws } from '../collector.ts';
import type { Input } from '../call/sdk.ts';

export interface SearchQuery<T> {
  readonly resource: ResourceType;
  /** Only resources made since then. */
  readonly since?: Date;
  /** ARN of a record and what to keep of it; a record without either is of no use. */
  readonly keep: (record: SearchRecord) => readonly [arn: string | undefined, kept: T | undefined];
}

/**
 * What SageMaker's Search says of a resource, by ARN. Search gives 100 whole objects a call, but it
 * is an index: it may be denied, late, or miss an object. It never decides what exists (the list
 * does), and what it did not give is read by its own calls. Asked once, when first needed.
 */
export function searchRecords<T>(
  aws: Aws,
  query: SearchQuery<T>,
): (arn: string) => Promise<T | undefined> {
  let found: Promise<ReadonlyMap<string, T>> | undefined;
  return async (arn) => {
    found ??= search(aws, query);
    return (await found).get(arn);
  };
}

async function search<T>(aws: Aws, query: SearchQuery<T>): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  try {
    for await (const page of aws.pages('sagemaker:Search', inputOf(query), paging.nextToken)) {
      for (const record of page.Results ?? []) {
        const [arn, kept] = query.keep(record);
        if (arn !== undefined && kept !== undefined) found.set(arn, kept);
      }
    }
  } catch (error) {
    // Coverage counts the failed call; the resources it would have told of are described instead.
    if (!(error instanceof CallError || error instanceof ListTruncated)) throw error;
  }
  return found;
}

function inputOf({ resource, since }: SearchQuery<unknown>): Input<'sagemaker:Search'> {
  const all = { Resource: resource, MaxResults: 100 };
  if (since === undefined) return all;
  // Search takes seconds only, and reads them as UTC.
  const Value = since.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  const madeSince = { Name: 'CreationTime', Operator: 'GreaterThanOrEqualTo', Value } as const;
  return { ...all, SearchExpression: { Filters: [madeSince] }, SortBy: 'CreationTime' };
}
