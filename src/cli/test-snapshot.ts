import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccount } from '../account/open-account.ts';
import type { Account } from '../account/account.ts';
import type { Contract } from '../contract/contract.ts';
import { exitCode, worstExitCode, type ExitCode } from '../model/exit-code.ts';
import type { Inputs } from '../model/inputs.ts';
import type { RunInfo, Severity, TestRecord } from '../model/record.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { exitCodesOf } from '../rule/outcome.ts';
import type { AnyRule, Params } from '../rule/rule.ts';
import { runRules } from '../rule/run-rules.ts';
import { startTally, type Tally } from '../rule/tally.ts';
import type { SpecFile } from '../rule/load-suites.ts';
import { RecordFile } from './record-file.ts';
import { recordsFor, reporterOf, type Granularity, type ReportTarget } from './report-target.ts';
import type { Shell } from './shell.ts';
import { textStyle } from './text-style.ts';
import { toolVersion } from './tool.ts';
import { makeDirectory, removeOutput, writeOutput } from './write-output.ts';

export const recordsFile = 'records.ndjson';
export const runFile = 'run.json';

export interface TestPlan {
  readonly rules: readonly AnyRule[];
  readonly overrides: ReadonlyMap<string, Params>;
  readonly specs: readonly SpecFile[];
  readonly contracts: readonly Contract[];
  readonly inputs: Inputs;
  readonly failOn: Severity;
  readonly granularity: Granularity;
  readonly reports: readonly ReportTarget[];
  /** Name of a mocha reporter that prints the run's mocha tree; null: none. */
  readonly mochaReporter: string | null;
  /** The run directory; null: records are kept only as long as the run lasts. */
  readonly out: string | null;
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
}

/** Judges the snapshot, writes every report, and says how it ended. */
export async function testSnapshot(
  shell: Shell,
  snapshot: Snapshot,
  plan: TestPlan,
): Promise<RunInfo> {
  const directory = plan.out ?? (await mkdtemp(join(tmpdir(), 'leastwise-')));
  try {
    await makeDirectory(directory);
    // It is written last: where there is one, the records beside it are whole.
    await removeOutput(join(directory, runFile));
    return await judgeAndReport(shell, snapshot, { ...plan, directory });
  } finally {
    if (plan.out === null) await rm(directory, { recursive: true, force: true });
  }
}

type Work = TestPlan & { readonly directory: string };

async function judgeAndReport(shell: Shell, snapshot: Snapshot, work: Work): Promise<RunInfo> {
  const account = openAccount(snapshot, work.inputs);
  const facts = { tool: toolVersion(), snapshot: snapshotFacts(snapshot) };
  const file = new RecordFile(join(work.directory, recordsFile), facts);
  const tally = await record(account, file, work);
  const rules = tally.results();
  const code = worstExitCode(exitCodesOf(rules, { failOn: work.failOn }));
  const head = { rules, counts: tally.counts(), chainHead: file.head };
  const info: RunInfo = { ...facts, ...head, exitCode: code };
  const lost = await writeReports(shell, { info, file, work });
  const ended = lost ? worstExitCode([code, exitCode.report] as ExitCode[]) : code;
  return { ...info, exitCode: ended };
}

async function record(account: Account, file: RecordFile, work: Work) {
  const tally = startTally(work.rules);
  const add = (one: TestRecord): void => {
    tally.add(one);
    file.add(one);
  };
  const shown: TestRecord[] = [];
  for (const one of runRules(work.rules, account, work.overrides)) {
    add(one);
    // Only a mocha reporter needs them in memory; reports read the file.
    if (work.mochaReporter !== null && isShown(one, work.granularity)) shown.push(one);
  }
  if (work.specs.length > 0 || work.mochaReporter !== null) {
    for (const one of await mochaRecords(account, work, { tally, shown })) add(one);
  }
  file.close();
  return tally;
}

function isShown({ status }: TestRecord, granularity: Granularity): boolean {
  switch (granularity) {
    case 'rule':
      return false;
    case 'nonpass':
      return status !== 'pass';
    case 'resource':
      return true;
  }
}

/** Runs the mocha tree of what was judged and the hand-written specs; gives the specs' records. */
async function mochaRecords(
  account: Account,
  work: Work,
  judged: { readonly tally: Tally; readonly shown: readonly TestRecord[] },
): Promise<readonly TestRecord[]> {
  const { runMocha } = await import('../rule/run-mocha.ts');
  return runMocha({
    account,
    results: judged.tally.results(),
    records: judged.shown,
    specFiles: work.specs,
    granularity: work.granularity,
    ...(work.mochaReporter !== null && { reporter: work.mochaReporter }),
  });
}

/** True if a report could not be written; the others are written all the same. */
async function writeReports(
  shell: Shell,
  run: { readonly info: RunInfo; readonly file: RecordFile; readonly work: Work },
): Promise<boolean> {
  let lost = false;
  for (const target of run.work.reports) {
    const style = textStyle(shell.terminal, run.work.verbosity);
    const reporter = reporterOf(target, { style, granularity: run.work.granularity });
    const chunks = reporter(run.info, run.file.read(recordsFor(target, run.work.granularity)));
    try {
      if (target.path === null) for await (const chunk of chunks) await shell.terminal.write(chunk);
      else await writeOutput(target.path, chunks);
    } catch (error) {
      if (!(error instanceof UserError) || error.exitCode !== exitCode.report) throw error;
      shell.terminal.say(`leastwise: ${error.message}`);
      lost = true;
    }
  }
  return lost;
}

function snapshotFacts(snapshot: Snapshot): RunInfo['snapshot'] {
  const { root, account, regions, startedAt, finishedAt, jobsSince, endpointOverride } =
    snapshot.manifest;
  return { root, account, regions, startedAt, finishedAt, jobsSince, endpointOverride };
}
