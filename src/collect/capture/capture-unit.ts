import type { Observed, Unread } from '../../model/observed.ts';
import type { Kind, Resource } from '../../model/resource.ts';
import type { CallCoverage, Universe } from '../../model/snapshot.ts';
import { CredentialsRejected, Interrupted } from '../call/call-error.ts';
import type { Aws, Sink, UniverseEnd } from '../collector.ts';
import type { Unit } from './plan-units.ts';

/** Where a unit's lines go; the journal's writer fits. */
export interface UnitLines {
  resource(resource: Resource): void;
  universe(universe: Universe): void;
  calls(calls: readonly CallCoverage[]): void;
}

/**
 * Runs one collector and writes what it found. A collector that crashes, or that says nothing of
 * one of its kinds, leaves an `error` universe: silence is never taken for "there is none". Throws
 * only `Interrupted` and `CredentialsRejected`.
 */
export async function captureUnit(unit: Unit, aws: Aws, lines: UnitLines): Promise<void> {
  const sink = countingSink(unit, lines);
  let silence: Unread = { state: 'error', call: unit.name, code: 'NotListed' };
  try {
    await unit.collector.collect(aws, sink);
  } catch (error) {
    if (error instanceof Interrupted || error instanceof CredentialsRejected) throw error;
    silence = crash(unit, error);
  }
  for (const kind of unit.collector.kinds) {
    if (!sink.told.has(kind)) {
      sink.universe({ kind, region: unit.region, end: 'error', problem: silence });
    }
  }
}

function countingSink(unit: Unit, lines: UnitLines): Sink & { readonly told: ReadonlySet<Kind> } {
  const counts = new Map<Kind, number>();
  const told = new Set<Kind>();
  return {
    told,
    resource(resource) {
      counts.set(resource.kind, (counts.get(resource.kind) ?? 0) + 1);
      lines.resource(resource);
    },
    universe(end: UniverseEnd) {
      told.add(end.kind);
      lines.universe({ ...end, account: unit.account, items: counts.get(end.kind) ?? 0 });
    },
  };
}

function crash(unit: Unit, error: unknown): Unread & Observed<never> {
  const message = error instanceof Error ? error.message : String(error);
  return { state: 'error', call: unit.name, code: 'CollectorCrashed', message };
}
