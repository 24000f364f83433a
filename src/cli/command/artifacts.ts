import { Command } from 'commander';
import picocolors from 'picocolors';
import type { Artifact } from '../../account/lineage/artifact.ts';
import { artifactsOf } from '../../account/lineage/artifacts-of.ts';
import { executionsOf } from '../../account/lineage/executions-of.ts';
import { openAccount } from '../../account/open-account.ts';
import { exitCode } from '../../model/exit-code.ts';
import { printable } from '../../model/printable.ts';
import type { Missing } from '../../model/verdict.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { useLines } from '../artifact-text.ts';
import { loadConfig } from '../load-config.ts';
import { notEmpty } from '../options.ts';
import { missingLines } from '../reach-text.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly snapshot: string;
  readonly config?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  leastwise artifacts --snapshot out/demo/snapshot
  leastwise artifacts --snapshot out/demo/snapshot --json

Told are the places that SageMaker's jobs, models, endpoints, feature groups and model packages name,
as far back as the snapshot lists jobs, and those that inputs.artifacts of leastwise.yaml declares.
What roles may do there beside what they do is asked with who-can.

Exit codes: 0 the list is complete · 2 usage · 3 something could not be told`;

/** `leastwise artifacts`: where artifacts are, and what uses them by which role. */
export function artifactsCommand(shell: Shell): Command {
  return new Command('artifacts')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--config <file>', 'configuration instead of the nearest leastwise.yaml')
    .option('--json', 'the list as JSON')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const { inputs } = loadConfig(shell.directory, flags.config);
      const account = openAccount(await readSnapshot(flags.snapshot), inputs);
      const { list } = artifactsOf(account);
      // What hides roles keeps the list of uses from being complete.
      const missing = distinct([...artifactsOf(account).missing, ...executionsOf(account).missing]);
      const text =
        flags.json === true
          ? JSON.stringify({ artifacts: list, missing }, null, 2)
          : listText(list, missing, picocolors.createColors(shell.terminal.colour));
      await shell.terminal.write(`${text}\n`);
      shell.end(missing.length === 0 ? exitCode.holds : exitCode.unknown);
    });
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}

function listText(
  list: readonly Artifact[],
  missing: readonly Missing[],
  colours: ReturnType<typeof picocolors.createColors>,
): string {
  const classes = [...new Set(list.map((one) => one.class))];
  const lines = classes.flatMap((name) => [
    colours.bold(name),
    ...list
      .filter((one) => one.class === name)
      .flatMap((one) => [`  ${placeText(one)}`, ...useLines(one.uses)]),
    '',
  ]);
  const end = missing.length === 0 ? ['Everything was read: SageMaker names no other place.'] : [];
  return [...lines, ...missingLines(missing, colours), ...end].join('\n');
}

function placeText({ resource, declared }: Artifact): string {
  return printable(`${resource}${declared ? ' (declared)' : ''}`, 1000);
}
