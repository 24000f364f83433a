import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version whose differences from AWS the tests know. */
export const motoVersion = '5.2.5';

export type MotoInstall =
  | { readonly found: true; readonly python: string }
  | { readonly found: false; readonly reason: string };

/**
 * A Python that has moto server, in a virtual environment of its own under `cache`. Made when it
 * is not there yet (half a minute); otherwise a reason why it cannot be had.
 */
export async function installMoto(cache: string): Promise<MotoInstall> {
  const home = join(cache, `moto-${motoVersion}`);
  if (existsSync(home)) return { found: true, python: pythonOf(home) };
  const draft = `${home}.${process.pid}`;
  try {
    await refuseOldPython();
    mkdirSync(dirname(draft), { recursive: true });
    await run('python3', ['-m', 'venv', draft], { timeout: 120_000 });
    await run(pythonOf(draft), pipArguments, { timeout: 480_000 });
    publish(draft, home);
    return { found: true, python: pythonOf(home) };
  } catch (error) {
    return { found: false, reason: reasonOf(error) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What the server is built on is pinned with it; the rest is pinned by moto or does not matter. */
const pipArguments = [
  ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'],
  ...['--retries', '2', '--timeout', '30'],
  `moto[server]==${motoVersion}`,
  ...['boto3==1.44.5', 'botocore==1.44.5', 'Flask==3.1.3', 'Werkzeug==3.1.9'],
];

async function refuseOldPython(): Promise<void> {
  const program = 'import sys; sys.exit(sys.version_info < (3, 10))';
  await run('python3', ['-c', program]).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) throw new Error('there is no python3');
    throw new Error(`python3 is older than the 3.10 that moto ${motoVersion} needs`);
  });
}

/**
 * The name appears whole or not at all, so it needs no marker and no lock: of two processes the
 * later one throws its draft away. Python finds its libraries by its own place, so it can be moved.
 */
function publish(draft: string, home: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error;
  }
}

function pythonOf(home: string): string {
  return join(home, 'bin', 'python');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The last line that pip or venv wrote says most. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const output = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return output === '' ? error.message : (output.split('\n').at(-1) ?? output);
}
