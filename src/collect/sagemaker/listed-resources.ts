import type { Fields, Kind, Resource } from '../../model/resource.ts';
import type { Aws, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { listed } from '../reply/reply.ts';
import type { Input, OperationId, Output } from '../call/sdk.ts';
import { universe } from '../universe.ts';

/** What a list call tells of one resource. */
export interface Listing {
  readonly arn: string;
  readonly name: string;
}

/** The same as AWS's types have it: every member may be missing. */
interface GivenListing {
  readonly arn: string | undefined;
  readonly name: string | undefined;
}

export interface ListCall<O extends OperationId, L extends GivenListing> {
  readonly operation: O;
  readonly input: Input<O>;
  /** The resources of a page; undefined when the reply lacks its list. */
  readonly items: (page: Output<O>) => readonly L[] | undefined;
}

/**
 * The pages of a list that carries on by NextToken. A page without its list, or an item without ARN
 * or name, breaks it: what such a list does not show may still be there.
 */
export async function* listings<O extends OperationId, L extends GivenListing>(
  aws: Aws,
  list: ListCall<O, L>,
): AsyncGenerator<readonly (L & Listing)[]> {
  const { operation, input, items } = list;
  for await (const page of aws.pages(operation, input, paging.nextToken)) {
    yield listed(items(page), operation, 'list').map((one) => ({
      ...one,
      arn: listed(one.arn, operation, 'ARN'),
      name: listed(one.name, operation, 'name'),
    }));
  }
}

export interface ListedUnit<K extends Kind> {
  readonly aws: Aws;
  readonly sink: Sink;
  readonly kind: K;
  /** Only resources made since then are listed. */
  readonly since?: Date;
}

/**
 * Lists one kind, reads the fields of every resource (`total` were listed) and writes resources and
 * universe. A list that breaks off still has its first pages written.
 */
export async function collectListed<K extends Kind, L extends Listing>(
  unit: ListedUnit<K>,
  pages: AsyncIterable<readonly L[]>,
  fields: (one: L, total: number) => Promise<Fields<K>>,
): Promise<void> {
  const { aws, sink, kind, since } = unit;
  const window = since === undefined ? {} : { since: since.toISOString() };
  await universe(sink, { kind, region: aws.region, ...window }, async () => {
    // By ARN: an item that moves to the next page while the list is read comes twice.
    const found = new Map<string, L>();
    try {
      for await (const page of pages) for (const one of page) found.set(one.arn, one);
    } finally {
      await aws.each(found.values(), async (one) => {
        sink.resource(resourceOf(unit, one, await fields(one, found.size)));
      });
    }
  });
}

function resourceOf<K extends Kind>(
  { aws, kind }: ListedUnit<K>,
  one: Listing,
  fields: Fields<K>,
): Resource {
  const { account, region } = aws;
  const resource = { kind, id: one.arn, name: one.name, account, region, ...fields };
  // TypeScript does not see that a generic `K` with its own fields is a member of the union.
  return resource as unknown as Resource;
}
