import { Argument, Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `leastwise schema`: the JSON Schema of a file we read, for editors and checks. */
export function schemaCommand(shell: Shell): Command {
  return new Command('schema')
    .addArgument(new Argument('<file>', 'which file').choices(['config', 'account']))
    .action(async (file: 'config' | 'account') => {
      await shell.terminal.write(`${JSON.stringify(await schemaOf(file), null, 2)}\n`);
    });
}

async function schemaOf(file: 'config' | 'account'): Promise<object> {
  switch (file) {
    case 'config':
      return (await import('../config-schema.ts')).configSchema;
    case 'account':
      return (await import('../../sandbox/account-schema.ts')).worldSchema;
  }
}
