import type { ResourceType } from '@aws-sdk/client-sagemaker';
import type { Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Fields, Kind } from '../../model/resource.ts';
import { collectListed, type ListedUnit, type Listing } from './listed-resources.ts';
import { searchRecords, type SearchQuery } from './search.ts';
import { fieldsBySearch, type Searched } from './searched-fields.ts';

export interface SearchedKind<K extends Kind, L extends Listing> {
  readonly resource: ResourceType;
  /** ARN of a record, and the whole object that it holds. */
  readonly keep: SearchQuery<Searched<K>>['keep'];
  /** Reads one by itself; `tags` are those that Search gave, undefined if it gave none. */
  readonly describe: (one: L, tags: Observed<Tags> | undefined) => Promise<Fields<K>>;
}

/**
 * Collects a kind that Search gives whole. The list says which there are; few are described one by
 * one, with their tags from Search; of many, those are described that Search does not give in full.
 */
export function collectSearched<
  K extends Kind,
  L extends Listing & { readonly status?: string | undefined },
>(
  unit: ListedUnit<K>,
  pages: AsyncIterable<readonly L[]>,
  { resource, keep, describe }: SearchedKind<K, L>,
): Promise<void> {
  const { aws, since } = unit;
  const found = searchRecords(aws, { resource, keep, ...(since && { since }) });
  return collectListed(unit, pages, async (one, total) => {
    const searched = await found(one.arn);
    const listed = { total, describeUpTo: aws.describeUpTo, status: one.status };
    return fieldsBySearch(searched, listed) ?? describe(one, searched?.tags);
  });
}
