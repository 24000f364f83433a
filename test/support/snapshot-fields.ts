import type { Observed } from '../../src/model/observed.ts';
import { kindFields, type Kind, type Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

type AnyFields = Readonly<Record<string, Observed<unknown>>>;

export function fieldsOf(resource: Resource): readonly (readonly [string, Observed<unknown>])[] {
  return Object.keys(kindFields[resource.kind]).map((name) => [name, fieldOf(resource, name)]);
}

export function fieldOf(resource: Resource, name: string): Observed<unknown> {
  // Every field of a kind is observed.
  const field = (resource as unknown as AnyFields)[name];
  if (field === undefined) throw new Error(`${resource.kind} has no ${name}`);
  return field;
}

const indexes = new WeakMap<Snapshot, Map<Kind, ReadonlyMap<string, Resource>>>();

/** The resources of a kind by ARN. */
export function indexOf(snapshot: Snapshot, kind: Kind): ReadonlyMap<string, Resource> {
  const byKind = indexes.get(snapshot) ?? new Map<Kind, ReadonlyMap<string, Resource>>();
  indexes.set(snapshot, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const resources = snapshot.resources(kind) as readonly Resource[];
  const index = new Map(resources.map((one) => [one.id, one]));
  byKind.set(kind, index);
  return index;
}
