import { readFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import type { Fault } from '../../sandbox/fault.ts';
import { accessKeyOf } from '../../sandbox/caller.ts';
import { generateWorld } from '../../sandbox/generate-world.ts';
import { loadWorld } from '../../sandbox/load-world.ts';
import { createSandbox } from '../../sandbox/respond.ts';
import { readSample, sampleNames } from '../../sandbox/sample.ts';
import { serveSandbox } from '../../sandbox/serve-http.ts';
import type { World } from '../../sandbox/world.ts';
import { parseFault } from '../fault-option.ts';
import { portNumber, positiveNumber, wholeNumber } from '../options.ts';
import type { Shell } from '../shell.ts';

/** `leastwise sandbox`: an account from a file, served as AWS's read API. */
export function sandboxCommand(shell: Shell): Command {
  return new Command('sandbox')
    .addArgument(new Argument('[file]', `account YAML, or ${sampleNames.join(', ')}`))
    .option('--port <n>', 'port; 0 takes any free one', portNumber, 0)
    .option('--rates', 'limit every operation as AWS does')
    .option('--page-size <n>', 'at most so many items a page', positiveNumber)
    .option(
      '--fault <class,…>',
      'e.g. throttle,operation=sagemaker:ListModels,nth=1+3 (repeatable; also resource=, region=)',
      (text: string, earlier?: readonly Fault[]) => [...(earlier ?? []), parseFault(text)],
    )
    .option('--roles <n>', 'generate an account with so many roles', wholeNumber)
    .option('--buckets <n>', 'and so many buckets', wholeNumber)
    .option('--training-jobs <n>', 'and so many training jobs', wholeNumber)
    .option('--seed <n>', 'the same seed gives the same account', wholeNumber, 1)
    .action((file: string | undefined, flags: Flags) => serve(shell, file, flags));
}

interface Flags {
  readonly port: number;
  readonly rates?: boolean;
  readonly pageSize?: number;
  readonly fault?: readonly Fault[];
  readonly roles?: number;
  readonly buckets?: number;
  readonly trainingJobs?: number;
  readonly seed: number;
}

async function serve(shell: Shell, file: string | undefined, flags: Flags): Promise<void> {
  const { signal } = shell;
  const world = worldOf(file, flags, new Date(shell.now()));
  const sandbox = createSandbox(world, {
    clock: () => shell.now(),
    rates: flags.rates === true ? 'aws' : 'none',
    faults: flags.fault ?? [],
    ...(flags.pageSize !== undefined && { pageSize: flags.pageSize }),
  });
  const served = await serveSandbox(sandbox, { port: flags.port });
  const [account = ''] = world.accounts.keys();
  const key = accessKeyOf(account);
  const variables = {
    AWS_ENDPOINT_URL: served.url,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_REGION: world.accounts.get(account)?.regions[0] ?? 'us-east-1',
  };
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${value}\n`);
  await shell.terminal.write(lines.join(''));
  shell.terminal.say(`Account ${account} is served until Ctrl-C.`);
  await interrupted(signal);
  await served.close();
}

function worldOf(file: string | undefined, flags: Flags, now: Date): World {
  const { roles, buckets, trainingJobs, seed } = flags;
  const generates = roles !== undefined || buckets !== undefined || trainingJobs !== undefined;
  if (generates && file !== undefined) {
    throw new UserError('a file and --roles, --buckets or --training-jobs exclude each other');
  }
  if (generates) {
    const sizes = { roles: roles ?? 0, buckets: buckets ?? 0, trainingJobs: trainingJobs ?? 0 };
    return generateWorld({ ...sizes, seed, now });
  }
  if (file === undefined) throw new UserError(`name an account file, or ${sampleNames.join(', ')}`);
  const sample = sampleNames.find((name) => name === file);
  const text = sample === undefined ? readFile(file) : readSample(sample);
  return loadWorld(text, { file, now });
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path} cannot be read: ${reason}`, { cause: error });
  }
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
