import { Command } from 'commander';
import type { Shell } from '../shell.ts';
import {
  accessNotGrantedCommand,
  noNewAccessCommand,
  noPublicAccessCommand,
} from './policy-check.ts';
import { policyDecideCommand } from './policy-decide.ts';
import { policyLintCommand } from './policy-lint.ts';

/** `leastwise policy …`: questions about policies in files. */
export function policyCommand(shell: Shell): Command {
  return new Command('policy')
    .addCommand(policyDecideCommand(shell))
    .addCommand(policyLintCommand(shell))
    .addCommand(noNewAccessCommand(shell))
    .addCommand(accessNotGrantedCommand(shell))
    .addCommand(noPublicAccessCommand(shell));
}
