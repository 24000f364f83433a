import type { ResourceType, SearchRecord, Tag } from '@aws-sdk/client-sagemaker';
import type { Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Aws } from '../collector.ts';
import { readTags, tagsOf } from './resource-tags.ts';
import { searchRecords } from './search.ts';

/** ARN and tags of a record. */
type TagsOfRecord = (
  record: SearchRecord,
) => readonly [arn: string | undefined, tags: readonly Tag[] | undefined];

/**
 * Reads tags by ARN: 100 resources a call through Search, and one by one for those that Search did
 * not give.
 */
export function searchedTags(
  aws: Aws,
  resource: ResourceType,
  keep: TagsOfRecord,
): (arn: string) => Promise<Observed<Tags>> {
  const found = searchRecords(aws, { resource, keep });
  return async (arn) => {
    const tags = await found(arn);
    return tags === undefined ? readTags(aws, arn) : tagsOf('sagemaker:Search', tags);
  };
}
