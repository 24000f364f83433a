import { join } from 'node:path';
import { canonicalJson, sha256 } from '../model/canonical.ts';
import { exitCode, type ExitCode } from '../model/exit-code.ts';
import type { RunInfo } from '../model/record.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import type { Shell } from './shell.ts';
import { runFile, testSnapshot, type TestPlan } from './test-snapshot.ts';
import { writeOutput } from './write-output.ts';

/** Codes that say what was found; `--exit-zero` silences these and no others. */
const findings: readonly number[] = [
  exitCode.violations,
  exitCode.unknown,
  exitCode.waiver,
  exitCode.vacuous,
];

/** Reads the snapshot, judges it, keeps `run.json` where asked for, and sets the exit code. */
export async function finishTest(
  shell: Shell,
  plan: TestPlan,
  options: { readonly snapshot: string; readonly json?: boolean; readonly exitZero?: boolean },
): Promise<RunInfo> {
  shell.letInterrupt();
  const snapshot = await readSnapshot(options.snapshot);
  const info = await testSnapshot(shell, snapshot, plan);
  if (plan.out !== null) await writeOutput(join(plan.out, runFile), [runText(info, plan)]);
  if (options.json === true) await shell.terminal.write(`${JSON.stringify(info, null, 2)}\n`);
  const silenced = options.exitZero === true && findings.includes(info.exitCode);
  if (silenced) {
    shell.terminal.say(`Exit code 0 instead of ${info.exitCode}, because of --exit-zero.`);
  }
  shell.end(silenced ? exitCode.holds : (info.exitCode as ExitCode));
  return info;
}

/** The digests by which a run can be told from another. */
function runText(info: RunInfo, plan: TestPlan): string {
  const rules = plan.rules.map(({ id, code, severity, on, needs, params }) => ({
    id,
    code,
    severity,
    on,
    needs,
    params: { ...params, ...plan.overrides.get(id) },
  }));
  const digests = {
    rules: sha256(canonicalJson(rules)),
    inputs: sha256(canonicalJson(plan.inputs)),
    contracts: sha256(canonicalJson(plan.contracts.map((one) => one.sha256).sort())),
  };
  return `${JSON.stringify({ schema: 'leastwise-run/1', ...info, digests }, null, 2)}\n`;
}
