import { Command } from 'commander';
import { configCommand } from './command/config.ts';
import { demoCommand } from './command/demo.ts';
import { iamPolicyCommand } from './command/iam-policy.ts';
import { rulesCommand } from './command/rules.ts';
import { runCommand } from './command/run.ts';
import { sandboxCommand } from './command/sandbox.ts';
import { schemaCommand } from './command/schema.ts';
import { snapshotCommand } from './command/snapshot.ts';
import { testCommand } from './command/test.ts';
import type { Shell } from './shell.ts';
import { toolVersion } from './tool.ts';

const exitCodes = `
Exit codes:
  0 holds                       1 violations at or above --fail-on
  2 usage or configuration      3 something could not be judged
  4 waiver expired or invalid   5 digest mismatch
  6 nothing matched             7 a report could not be written
  130 interrupted
When several apply: 2 > 5 > 7 > 3 > 4 > 6 > 1.`;

/** The whole command line. */
export function createProgram(shell: Shell): Command {
  const program = new Command('leastwise')
    .description('Compliance tests for least privilege on machine-learning artifacts in AWS')
    .version(toolVersion().version)
    .showSuggestionAfterError()
    .addHelpText('after', exitCodes);
  const commands = [runCommand, snapshotCommand, testCommand, rulesCommand, iamPolicyCommand];
  const tools = [sandboxCommand, demoCommand, configCommand, schemaCommand];
  for (const create of [...commands, ...tools]) program.addCommand(create(shell));
  return program;
}
