import { spawn } from 'node:child_process';
import { accessKeyOf } from '../../src/sandbox/caller.ts';

/** The built command line. */
export const main = new URL('../../dist/src/cli/main.js', import.meta.url).pathname;

export interface CliEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with the process as soon as it runs, e.g. to kill it. */
  /** Called with all of stdout so far whenever there is more. */
  readonly printed?: (stdout: string) => void;
  readonly started?: (child: { kill(signal: NodeJS.Signals): boolean }) => void;
}

/** Runs the built command line as a user would, with nothing of the caller's AWS settings. */
export function leastwise(args: readonly string[], options: CliOptions = {}): Promise<CliEnd> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.started?.(child);
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
    options.printed?.(text.stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
  });
}

/** The variables that lead the SDK to a served sandbox. */
export function sandboxEnvironment(url: string, account: string): Record<string, string> {
  const key = accessKeyOf(account);
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
  };
}
