import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installMoto, motoVersion } from './moto-install.ts';

export interface MotoServer {
  /** E.g. `http://127.0.0.1:41233`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Registers hooks: the suite has a moto server of its own. Where none can be had, its tests are
 * skipped with the reason; with CI=true they fail.
 */
export function motoServer(): () => MotoServer {
  let server: MotoServer | undefined;
  before(async function () {
    // The first run makes the virtual environment.
    this.timeout(660_000);
    const install = await installMoto(cacheDirectory());
    if (install.found) {
      server = await startMoto(install.python);
      return;
    }
    const reason = `moto ${motoVersion} cannot be had: ${install.reason}`;
    if (process.env['CI'] === 'true') throw new Error(`${reason} (with CI=true that is a failure)`);
    console.warn(`SKIPPED: ${reason}`);
    this.skip();
  });
  after(async () => {
    await server?.stop();
  });
  return () => {
    if (server === undefined) throw new Error('moto does not run');
    return server;
  };
}

function cacheDirectory(): string {
  const inPackage = new URL('../../node_modules/.cache', import.meta.url);
  return process.env['LEASTWISE_TEST_CACHE'] ?? fileURLToPath(inPackage);
}

/** Port 0 takes any that is free; the server says which. */
async function startMoto(python: string): Promise<MotoServer> {
  const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    return { url: await announcedUrl(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('moto does not answer')), 120_000);
    let log = '';
    child.once('error', reject);
    child.once('close', () => reject(new Error(`moto ended at once: ${log}`)));
    // It is read to the end: a full pipe would stop the server.
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      if (log.length < 10_000) log += chunk;
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
  });
}
