import { Argument, Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `leastwise schema`: the JSON Schema of a file we read, for editors and checks. */
export function schemaCommand(shell: Shell): Command {
  return new Command('schema')
    .addArgument(new Argument('<file>', 'which file').choices(['config', 'account', 'access']))
    .action(async (file: File) => {
      await shell.terminal.write(`${JSON.stringify(await schemaOf(file), null, 2)}\n`);
    });
}

type File = 'config' | 'account' | 'access';

async function schemaOf(file: File): Promise<object> {
  switch (file) {
    case 'config':
      return (await import('../config-schema.ts')).configSchema;
    case 'account':
      return (await import('../../sandbox/account-schema.ts')).worldSchema;
    case 'access':
      return (await import('../../contract/access-schema.ts')).accessSchema;
  }
}
