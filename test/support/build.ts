import { absent, type Observed } from '../../src/model/observed.ts';
import {
  everyField,
  kinds,
  ofKind,
  type Fields,
  type Identity,
  type Kind,
  type Resource,
} from '../../src/model/resource.ts';
import { snapshotSchema, type Snapshot, type Universe } from '../../src/model/snapshot.ts';

export const accountId = '111122223333';
export const region = 'eu-west-1';

/** A resource whose fields are all absent but those given. */
export function build<K extends Kind>(
  kind: K,
  fields: Partial<Fields<K>> = {},
  identity: Partial<Identity<K>> = {},
): Identity<K> & Fields<K> {
  const name = identity.name ?? 'example';
  return {
    kind,
    id: `arn:aws:${kind.replace('.', ':')}:${region}:${accountId}:${name}`,
    name,
    account: accountId,
    region,
    ...identity,
    ...everyField(kind, absent as Observed<never>),
    ...fields,
  };
}

/** A snapshot in memory; every universe is complete unless given. */
export function snapshotOf(
  resources: readonly Resource[],
  universes: readonly Universe[] = kinds.map((kind) => completeUniverse(kind)),
): Snapshot {
  return {
    manifest: {
      schema: snapshotSchema,
      tool: { name: 'leastwise', version: '0.0.0' },
      runId: 'test',
      startedAt: '2026-11-01T00:00:00.000Z',
      finishedAt: '2026-11-01T00:01:00.000Z',
      partition: 'aws',
      account: accountId,
      caller: `arn:aws:iam::${accountId}:role/Auditor`,
      regions: [region],
      regionScope: 'named',
      kinds,
      jobsSince: '2026-08-03T00:00:00.000Z',
      endpointOverride: null,
      allowList: '0'.repeat(64),
      sdk: {},
      files: [],
      root: '0'.repeat(64),
    },
    universes,
    calls: [],
    resources: (kind) => ofKind(resources, kind),
  };
}

export function completeUniverse(kind: Kind, inRegion: string = region): Universe {
  return { kind, account: accountId, region: inRegion, end: 'complete', items: 0 };
}
