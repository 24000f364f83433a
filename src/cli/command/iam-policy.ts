import { Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `leastwise iam-policy`: what the snapshotter may do, and nothing else. */
export function iamPolicyCommand(shell: Shell): Command {
  return new Command('iam-policy').action(async () => {
    const { collectors } = await import('../../collect/index.ts');
    const { readOnlyPolicy } = await import('../../collect/iam-policy.ts');
    await shell.terminal.write(`${JSON.stringify(readOnlyPolicy(collectors), null, 2)}\n`);
  });
}
