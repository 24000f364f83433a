import { CredentialsRejected } from '../../src/collect/call/call-error.ts';
import type { Aws, Collector, UniverseEnd } from '../../src/collect/collector.ts';
import type { Resource } from '../../src/model/resource.ts';

export interface CollectedLines {
  /** Sorted by id. */
  readonly resources: readonly Resource[];
  readonly universes: readonly UniverseEnd[];
  /** The credentials were rejected, so the capture would stop here. */
  readonly stopped: boolean;
}

/** Everything a collector writes until it ends or its credentials are rejected. */
export async function collectAll(collector: Collector, aws: Aws): Promise<CollectedLines> {
  const resources: Resource[] = [];
  const universes: UniverseEnd[] = [];
  let stopped = false;
  try {
    await collector.collect(aws, {
      resource: (resource) => void resources.push(resource),
      universe: (end) => void universes.push(end),
    });
  } catch (error) {
    if (!(error instanceof CredentialsRejected)) throw error;
    stopped = true;
  }
  resources.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { resources, universes, stopped };
}
