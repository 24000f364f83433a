import { Command } from 'commander';
import { printable } from '../../model/printable.ts';
import { loadConfig } from '../load-config.ts';
import { resolveSettings, settingNames } from '../setting.ts';
import type { Shell } from '../shell.ts';

/** `leastwise config show`: what holds, and where it comes from. */
export function configCommand(shell: Shell): Command {
  const show = new Command('show')
    .description('print every setting and declaration that holds here')
    .option('--origin', 'say where each value comes from')
    .option('--config <file>', 'configuration instead of the nearest leastwise.yaml')
    .option('--json', 'as JSON')
    .action((flags: Flags) => showConfig(shell, flags));
  return new Command('config').addCommand(show);
}

interface Flags {
  readonly origin?: boolean;
  readonly config?: string;
  readonly json?: boolean;
}

async function showConfig(shell: Shell, flags: Flags): Promise<void> {
  const config = loadConfig(shell.directory, flags.config);
  const { environment } = shell;
  const settings = resolveSettings({ flags: {}, environment, file: config.settings });
  const { inputs, rules, path } = config;
  if (flags.json === true) {
    const all = { path, settings: settings.values, origins: settings.origins, inputs, rules };
    await shell.terminal.write(`${JSON.stringify(all, null, 2)}\n`);
    return;
  }
  const origin = (text: string): string => (flags.origin === true ? `  # ${text}` : '');
  const lines = [
    `# ${path ?? 'no leastwise.yaml from here up to the git root'}`,
    ...settingNames.map((name) =>
      line(name, settings.values[name], origin(settings.origins[name])),
    ),
    ...Object.entries(inputs).map(([name, value]) =>
      line(`inputs.${name}`, value, origin(path === null ? 'default' : 'file or default')),
    ),
    ...Object.entries(rules).map(([id, params]) => line(`rules.${id}`, params, origin('file'))),
  ];
  await shell.terminal.write(`${lines.join('\n')}\n`);
}

function line(name: string, value: unknown, comment: string): string {
  return printable(`${name}: ${JSON.stringify(value)}${comment}`, 2000);
}
