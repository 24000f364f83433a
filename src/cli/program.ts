import { Command } from 'commander';
import type { Shell } from './shell.ts';
import { toolVersion } from './tool.ts';

interface CommandEntry {
  readonly description: string;
  /** Loaded only when the command line names it, so that help is there at once. */
  readonly load: () => Promise<(shell: Shell) => Command>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  run: {
    description: 'capture the account, then judge the snapshot',
    load: async () => (await import('./command/run.ts')).runCommand,
  },
  snapshot: {
    description: 'capture the live state of an account into a directory, read-only',
    load: async () => (await import('./command/snapshot.ts')).snapshotCommand,
  },
  test: {
    description: 'judge a snapshot by the shipped rules and your own',
    load: async () => (await import('./command/test.ts')).testCommand,
  },
  can: {
    description: 'may this principal do that, by everything in a snapshot, and why',
    load: async () => (await import('./command/can.ts')).canCommand,
  },
  'who-can': {
    description: 'everybody who can do that, inside and outside the account, proven',
    load: async () => (await import('./command/who-can.ts')).whoCanCommand,
  },
  'what-can': {
    description: 'all that one principal can do to a resource, proven',
    load: async () => (await import('./command/what-can.ts')).whatCanCommand,
  },
  'access-matrix': {
    description: 'what every role and user can do to the objects of every bucket, proven',
    load: async () => (await import('./command/access-matrix.ts')).accessMatrixCommand,
  },
  artifacts: {
    description:
      'where training data, models, images, code and reports are, and which roles use them',
    load: async () => (await import('./command/artifacts.ts')).artifactsCommand,
  },
  policy: {
    description: 'decide, check and lint policies from files',
    load: async () => (await import('./command/policy.ts')).policyCommand,
  },
  rules: {
    description: 'list the rules, or show one',
    load: async () => (await import('./command/rules.ts')).rulesCommand,
  },
  'iam-policy': {
    description: 'print the least read-only IAM policy that the snapshotter needs',
    load: async () => (await import('./command/iam-policy.ts')).iamPolicyCommand,
  },
  sandbox: {
    description: "serve an account file as AWS's read API on the loopback interface",
    load: async () => (await import('./command/sandbox.ts')).sandboxCommand,
  },
  demo: {
    description: 'snapshot and test the built-in sandbox account acme-ml',
    load: async () => (await import('./command/demo.ts')).demoCommand,
  },
  config: {
    description: 'show the configuration that holds in this directory',
    load: async () => (await import('./command/config.ts')).configCommand,
  },
  schema: {
    description: 'print the JSON Schema of a file that leastwise reads',
    load: async () => (await import('./command/schema.ts')).schemaCommand,
  },
};

const exitCodes = `
Exit codes:
  0 holds                       1 violations at or above --fail-on
  2 usage or configuration      3 something could not be judged
  4 waiver expired or invalid   5 digest mismatch
  6 nothing matched             7 a report could not be written
  130 interrupted
When several apply: 2 > 5 > 7 > 3 > 4 > 6 > 1.`;

/** The command line, with those commands loaded that `args` name. */
export async function createProgram(shell: Shell, args: readonly string[]): Promise<Command> {
  const program = new Command('leastwise')
    .description('Compliance tests for least privilege on machine-learning artifacts in AWS')
    .version(toolVersion().version)
    .showSuggestionAfterError()
    // Or a flag of `snapshot verify` that `snapshot` has too, such as --json, would be the latter's.
    .enablePositionalOptions()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'leastwise: ')),
    })
    .addHelpText('after', exitCodes);
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = args.includes(name) ? (await load())(shell) : new Command(name);
    program.addCommand(command.description(description));
  }
  program.commands.forEach((command) => inherit(command, program));
  return program;
}

/** Commands that were made apart take over how errors are printed; `addCommand` does not see to it. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  command.commands.forEach((one) => inherit(one, command));
}
