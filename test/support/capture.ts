import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Manifest } from '../../src/model/snapshot.ts';
import { createJournal, type Journal } from '../../src/snapshot/journal.ts';
import type { Plan } from '../../src/snapshot/plan.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import type { UniverseClaim } from '../../src/snapshot/unit-writer.ts';
import { accountId, region } from './build.ts';

export const capturedAt = '2026-11-01T00:00:30.000Z';
export const finishedAt = '2026-11-01T00:01:00.000Z';

export function planOf(changes: Partial<Plan> = {}): Plan {
  return {
    tool: { name: 'leastwise', version: '0.0.0' },
    runId: 'run-1',
    startedAt: '2026-11-01T00:00:00.000Z',
    partition: 'aws',
    account: accountId,
    caller: `arn:aws:iam::${accountId}:role/Auditor`,
    regions: [region],
    regionScope: 'named',
    kinds: ['iam.role', 's3.bucket'],
    jobsSince: '2026-08-03T00:00:00.000Z',
    endpointOverride: null,
    allowList: '0'.repeat(64),
    sdk: { '@aws-sdk/client-iam': '3.0.0' },
    ...changes,
  };
}

export function claimOf(kind: Kind, changes: Partial<UniverseClaim> = {}): UniverseClaim {
  return { kind, account: accountId, region, end: 'complete', ...changes };
}

/** What one unit finds; one complete universe for each kind of its resources unless given. */
export interface UnitContent {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly universes?: readonly UniverseClaim[];
  /** Time of reading. */
  readonly at?: string;
}

export async function writeUnit(journal: Journal, unit: UnitContent): Promise<void> {
  const identity = { name: unit.name, account: accountId, region };
  const writer = journal.begin(identity, () => unit.at ?? capturedAt);
  for (const resource of unit.resources) writer.resource(resource);
  const found = [...new Set(unit.resources.map((one) => one.kind))];
  for (const claim of unit.universes ?? found.map((kind) => claimOf(kind))) writer.universe(claim);
  await writer.commit();
}

/** A whole capture of these units. */
export async function captureInto(
  dir: string,
  units: readonly UnitContent[],
  plan: Plan = planOf(),
): Promise<Manifest> {
  const journal = createJournal(dir, plan);
  for (const unit of units) await writeUnit(journal, unit);
  return publishSnapshot(dir, journal, { ...plan, finishedAt });
}
