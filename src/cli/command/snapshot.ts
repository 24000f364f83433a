import { Command } from 'commander';
import { exitCode } from '../../model/exit-code.ts';
import type { Manifest } from '../../model/snapshot.ts';
import { UserError } from '../../model/user-error.ts';
import { printable } from '../../model/printable.ts';
import { captureAccount } from '../capture-account.ts';
import { loadConfig } from '../load-config.ts';
import { addCaptureOptions, notEmpty, settingFlags } from '../options.ts';
import { resolveSettings } from '../setting.ts';
import type { Shell } from '../shell.ts';
import { resourceCount } from '../resource-count.ts';
import { snapshotImportCommand } from './snapshot-import.ts';

/** `leastwise snapshot`, `leastwise snapshot import` and `leastwise snapshot verify`. */
export function snapshotCommand(shell: Shell): Command {
  const command = new Command('snapshot');
  addCaptureOptions(command, '--only')
    .option('--out <dir>', 'new directory for the snapshot (default: snapshot-<time>)', notEmpty)
    .option('--config <file>', 'configuration instead of the nearest leastwise.yaml', notEmpty)
    .option('--json', 'print the manifest as JSON on stdout')
    .action((flags: Flags) => takeSnapshot(shell, flags));
  command.addCommand(snapshotImportCommand(shell));
  command.addCommand(verifyCommand(shell));
  return command;
}

interface Flags {
  readonly out?: string;
  readonly resume?: string;
  readonly only?: readonly string[];
  readonly config?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

async function takeSnapshot(shell: Shell, flags: Flags): Promise<void> {
  const config = loadConfig(shell.directory, flags.config);
  const settings = resolveSettings({
    flags: { ...settingFlags({ ...flags }), kinds: flags.only },
    environment: shell.environment,
    file: config.settings,
  });
  const out = snapshotDirectory(shell, flags);
  const manifest = await captureAccount(shell, settings, {
    out,
    resume: flags.resume !== undefined,
    talks: flags.quiet !== true,
    goOn: `leastwise snapshot --resume ${out}`,
  });
  if (flags.quiet !== true) shell.terminal.say(capturedText(manifest, out));
  const text = flags.json === true ? JSON.stringify(manifest, null, 2) : out;
  await shell.terminal.write(`${text}\n`);
}

function snapshotDirectory(shell: Shell, flags: Pick<Flags, 'out' | 'resume'>): string {
  if (flags.resume !== undefined) {
    if (flags.out !== undefined && flags.out !== flags.resume) {
      throw new UserError('--resume names the directory already; leave --out away');
    }
    return flags.resume;
  }
  const time = new Date(shell.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  return flags.out ?? `snapshot-${time}`;
}

/** One line for people: what was captured, and where it lies. */
export function capturedText(manifest: Manifest, out: string): string {
  const regions = manifest.regions.join(', ');
  const items = resourceCount(manifest);
  return printable(
    `Captured account ${manifest.account} (${regions}): ${items} resources in ${out}`,
  );
}

function verifyCommand(shell: Shell): Command {
  return new Command('verify')
    .description('recompute every hash of a snapshot and name what does not match')
    .argument('<dir>', 'directory of the snapshot')
    .option('--json', 'print the mismatches as JSON on stdout')
    .action(async (dir: string, flags: { json?: boolean }) => {
      const { verifySnapshot } = await import('../../snapshot/verify.ts');
      const mismatches = await verifySnapshot(dir);
      if (flags.json === true) {
        await shell.terminal.write(`${JSON.stringify(mismatches, null, 2)}\n`);
      } else {
        for (const one of mismatches) {
          await shell.terminal.write(`${printable(`${one.path}: ${one.problem}`)}\n`);
        }
        const verdict = mismatches.length === 0 ? 'every hash matches' : 'do not trust it';
        await shell.terminal.write(`${dir}: ${mismatches.length} mismatches, ${verdict}\n`);
      }
      if (mismatches.length > 0) shell.end(exitCode.mismatch);
    });
}
