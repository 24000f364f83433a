import type { CompiledLayer } from '../../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../../decide/compile-statement.ts';
import type { ResourceSide } from '../../access/resource-policies.ts';
import { resourceTags } from '../../access/resource-tags.ts';
import type { Relations } from './relations.ts';

/** Buckets that differ in nothing but their name, as far as an action on their objects goes. */
export interface BucketClass {
  readonly id: number;
  /** Statements of the resource policy and of the organisation that are about the action. */
  readonly statements: readonly CompiledStatement[];
}

export interface ClassedBucket {
  /** ARN. */
  readonly bucket: string;
  readonly index: number;
  readonly side: ResourceSide;
  readonly resource: CompiledLayer;
}

/** `organization`: layers of the organisation. */
export function classifyBuckets(
  buckets: readonly ClassedBucket[],
  action: string,
  {
    organization,
    relations,
  }: {
    readonly organization: readonly CompiledLayer[];
    readonly relations: Relations;
  },
): readonly BucketClass[] {
  const classes = new Map<string, BucketClass>();
  const shared = organization.flatMap((layer) => statementsOf(layer, action));
  return buckets.map(({ bucket, index, side, resource }) => {
    const own = statementsOf(resource, action);
    const text = JSON.stringify([
      own.map((one) => [one.statement, one.version, one.odd ?? '']),
      resource.unread,
      side.settings,
      side.account,
      side.region,
      resourceTags(side),
    ]).replaceAll(`"${bucket}`, '"\u0000');
    const places = shared.map((one) => relations.of(one)[index]).join();
    const key = `${text} ${places}`;
    const known = classes.get(key) ?? { id: classes.size, statements: [...own, ...shared] };
    classes.set(key, known);
    return known;
  });
}

function statementsOf(
  { allowing, denying }: CompiledLayer,
  action: string,
): readonly CompiledStatement[] {
  return [...allowing.of(action), ...denying.of(action)];
}
