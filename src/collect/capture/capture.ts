import pLimit from 'p-limit';
import { canonicalJson, sha256 } from '../../model/canonical.ts';
import type { Manifest } from '../../model/snapshot.ts';
import { createJournal, resumeJournal, type Journal } from '../../snapshot/journal.ts';
import type { Plan } from '../../snapshot/plan.ts';
import { publishSnapshot } from '../../snapshot/publish.ts';
import { createAws } from '../call/aws.ts';
import { CallLog } from '../call/call-log.ts';
import { captureUnit } from './capture-unit.ts';
import type { CaptureEnvironment, CaptureRequest } from './capture-request.ts';
import { ClientPool } from '../call/client-pool.ts';
import type { Aws } from '../collector.ts';
import { allowList } from '../declared-operation.ts';
import { enabledRegions, homeRegion, identify, type Caller } from './identify.ts';
import { planUnits, type Unit } from './plan-units.ts';
import { ProgressCount } from './progress.ts';
import { sdkVersions } from '../call/sdk.ts';

/** Units that run at the same time. The paces bound the calls; this bounds open files and memory. */
const unitsAtOnce = 24;
/** Resources of one unit that are worked on at the same time. */
const resourcesAtOnce = 50;

/**
 * Captures the account into `request.out` and returns the manifest, which is published last. Throws
 * `Interrupted` or `CredentialsRejected` with the finished units kept in the journal, so that the
 * same request with `resume` goes on from there; `UserError` for what the user can mend.
 */
export async function capture(
  request: CaptureRequest,
  environment: CaptureEnvironment,
): Promise<Manifest> {
  const startedAt = isoTime(environment.clock.now());
  const run: Run = { request, environment, progress: new ProgressCount(environment.onProgress) };
  const [caller, regions] = await scope(run);
  const plan = planOf(run, caller, { regions, startedAt });
  const journal = request.resume
    ? resumeJournal(request.out, plan)
    : createJournal(request.out, plan);
  await captureUnits(run, caller, { regions, journal });
  const finishedAt = isoTime(environment.clock.now());
  return publishSnapshot(request.out, journal, { ...journal.plan, finishedAt });
}

interface Run {
  readonly request: CaptureRequest;
  readonly environment: CaptureEnvironment;
  readonly progress: ProgressCount;
}

/** Who calls, and which regions are captured. */
async function scope(run: Run): Promise<readonly [Caller, readonly string[]]> {
  const { request, environment } = run;
  const unidentified: Caller = { account: '', arn: '', partition: 'aws' };
  const pool = createPool(run);
  try {
    const aws = awsOf(run, unidentified, {
      pool,
      log: new CallLog(),
      region: environment.startRegion,
    });
    const caller = await identify(aws);
    const home = homeRegion(caller.partition);
    const regions = request.regions ?? (await enabledRegions(aws.in(home)));
    return [caller, [...new Set(regions)].sort()];
  } finally {
    pool.destroy();
  }
}

function planOf(
  run: Run,
  caller: Caller,
  facts: { readonly regions: readonly string[]; readonly startedAt: string },
): Plan {
  const { request, environment } = run;
  const operations = [...allowList(request.collectors)].sort();
  return {
    tool: environment.tool,
    runId: environment.runId,
    startedAt: facts.startedAt,
    partition: caller.partition,
    account: caller.account,
    caller: caller.arn,
    regions: facts.regions,
    regionScope: request.regions === null ? 'all-enabled' : 'named',
    kinds: request.collectors.flatMap((one) => one.kinds).sort(),
    jobsSince: isoTime(request.jobsSince.getTime()),
    endpointOverride: environment.endpointOverride,
    allowList: sha256(canonicalJson(operations)),
    sdk: sdkVersions(),
  };
}

async function captureUnits(
  run: Run,
  caller: Caller,
  work: { readonly regions: readonly string[]; readonly journal: Journal },
): Promise<void> {
  const units = planUnits(run.request.collectors, caller.account, work.regions);
  const open = units.filter((unit) => !work.journal.done.has(unit.name));
  run.progress.begin(units.length, units.length - open.length);
  const pool = createPool(run);
  const limit = pLimit({ concurrency: unitsAtOnce, rejectOnClear: true });
  try {
    // All are awaited even when one fails, so that no unit writes on after the capture has ended.
    const ends = await Promise.allSettled(
      open.map((unit) =>
        limit(() => journalUnit(run, { ...work, caller, pool }, unit).catch(stopOthers(limit))),
      ),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    pool.destroy();
  }
}

/** After an interruption or rejected credentials no further unit begins. */
function stopOthers(limit: { clearQueue(): void }): (error: unknown) => never {
  return (error) => {
    limit.clearQueue();
    throw error;
  };
}

async function journalUnit(
  run: Run,
  work: { readonly caller: Caller; readonly pool: ClientPool; readonly journal: Journal },
  unit: Unit,
): Promise<void> {
  const { clock } = run.environment;
  const log = new CallLog();
  const region = unit.region === 'global' ? homeRegion(work.caller.partition) : unit.region;
  const aws = awsOf(run, work.caller, { pool: work.pool, log, region });
  const writer = work.journal.begin(unit, () => isoTime(clock.now()));
  try {
    await captureUnit(unit, aws, writer);
    writer.calls(log.coverage());
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  await writer.commit();
  run.progress.unitDone();
}

function createPool(run: Run): ClientPool {
  const { environment, request } = run;
  return new ClientPool({
    ...environment,
    allowed: allowList(request.collectors),
  });
}

function awsOf(
  run: Run,
  caller: Caller,
  unit: { readonly pool: ClientPool; readonly log: CallLog; readonly region: string },
): Aws {
  const { environment, request, progress } = run;
  return createAws({
    ...unit,
    account: caller.account,
    partition: caller.partition,
    homeRegion: homeRegion(caller.partition),
    jobsSince: request.jobsSince,
    describeUpTo: request.describeUpTo,
    clock: environment.clock,
    signal: environment.signal,
    concurrency: resourcesAtOnce,
    onCall: (attempts) => progress.callDone(attempts),
  });
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
