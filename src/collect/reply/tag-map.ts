import type { Tags } from '../../model/resource/field.ts';
import { required } from './observe.ts';

/** Not by member names: services call them differently. */
type TagPair = readonly [key: string | undefined, value: string | undefined];

interface Tag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

/** Throws `IncompleteReply` for a tag without key or value; a value may be the empty string. */
export function tagMap(pairs: Iterable<TagPair>): Tags {
  return Object.fromEntries(
    Array.from(pairs, ([key, value]) => [required(key, 'tag key'), required(value, 'tag value')]),
  );
}

/** Tags as IAM and S3 list them. */
export function tagsOf(tags: readonly Tag[]): Tags {
  return tagMap(tags.map((tag) => [tag.Key, tag.Value]));
}
