import { isAbsolute, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { loadConfig } from '../load-config.ts';
import { addTestOptions, notEmpty, settingFlags } from '../options.ts';
import { resolveSettings } from '../setting.ts';
import type { Shell } from '../shell.ts';
import { finishTest } from '../finish-test.ts';
import { planTest, type TestFlags } from '../test-plan.ts';

/** `leastwise test`: judges a snapshot without touching the account. */
export function testCommand(shell: Shell): Command {
  const command = new Command('test').requiredOption(
    '--snapshot <dir>',
    'directory of the snapshot',
    notEmpty,
  );
  return addTestOptions(command)
    .option('--out <dir>', 'keep records.ndjson and run.json in this directory', notEmpty)
    .option('-q, --quiet', 'a line per rule only')
    .action((flags: Flags) => testDirectory(shell, flags));
}

interface Flags extends TestFlags {
  readonly snapshot: string;
  readonly config?: string;
  readonly only?: readonly string[];
  readonly out?: string;
  readonly exitZero?: boolean;
}

async function testDirectory(shell: Shell, flags: Flags): Promise<void> {
  const config = loadConfig(shell.directory, flags.config);
  const { values } = resolveSettings({
    flags: { ...settingFlags({ ...flags }), only: flags.only },
    environment: shell.environment,
    file: config.settings,
  });
  refuseSnapshot(shell, flags);
  const plan = await planTest(values, config, { flags, out: flags.out ?? null });
  await finishTest(shell, plan, { ...flags, snapshot: flags.snapshot });
}

/** A file more would make the snapshot fail its verification. */
function refuseSnapshot({ directory }: Shell, { out, snapshot }: Flags): void {
  if (out === undefined) return;
  const way = relative(resolve(directory, snapshot), resolve(directory, out));
  if (way !== '' && (way.startsWith('..') || isAbsolute(way))) return;
  throw new UserError(
    `--out ${out} lies in the snapshot, which is not to be changed; choose another`,
  );
}
