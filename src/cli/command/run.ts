import { join } from 'node:path';
import { Command } from 'commander';
import { captureAccount } from '../capture-account.ts';
import { finishTest } from '../finish-test.ts';
import { loadConfig } from '../load-config.ts';
import { addCaptureOptions, addTestOptions, notEmpty, settingFlags } from '../options.ts';
import { resolveSettings } from '../setting.ts';
import type { Shell } from '../shell.ts';
import { planTest, type TestFlags } from '../test-plan.ts';
import { capturedText } from './snapshot.ts';

/** `leastwise run`: snapshot and test in one go. */
export function runCommand(shell: Shell): Command {
  const command = new Command('run');
  addCaptureOptions(command, '--only-kind');
  return addTestOptions(command)
    .option(
      '--out <dir>',
      'directory for snapshot, records.ndjson and run.json (default: run-<time>)',
      notEmpty,
    )
    .action((flags: Flags) => run(shell, flags));
}

interface Flags extends TestFlags {
  readonly config?: string;
  readonly only?: readonly string[];
  readonly onlyKind?: readonly string[];
  readonly out?: string;
  /** The run directory whose snapshot was interrupted. */
  readonly resume?: string;
  readonly exitZero?: boolean;
}

async function run(shell: Shell, flags: Flags): Promise<void> {
  const config = loadConfig(shell.directory, flags.config);
  const settings = resolveSettings({
    flags: { ...settingFlags({ ...flags }), only: flags.only, kinds: flags.onlyKind },
    environment: shell.environment,
    file: config.settings,
  });
  const time = new Date(shell.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const out = flags.resume ?? flags.out ?? `run-${time}`;
  const plan = await planTest(settings.values, config, { flags, out });
  const snapshot = join(out, 'snapshot');
  const manifest = await captureAccount(shell, settings, {
    out: snapshot,
    resume: flags.resume !== undefined,
    talks: flags.quiet !== true,
    goOn: `leastwise run --resume ${out}`,
  });
  if (flags.quiet !== true) shell.terminal.say(capturedText(manifest, snapshot));
  await finishTest(shell, plan, { ...flags, snapshot });
}
