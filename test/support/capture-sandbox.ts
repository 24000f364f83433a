import type { Fault } from '../../src/sandbox/fault.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { readSample } from '../../src/sandbox/sample.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment } from './cli.ts';

export interface Captured {
  /** The account file, of account 111122223333; without: `acme-ml`. */
  readonly text?: string;
  readonly faults?: readonly Fault[];
  /** Further flags of `leastwise snapshot`. */
  readonly flags?: readonly string[];
}

/** Captures an account into `<directory>/snapshot`, through the command line. */
export async function captureSandbox(
  directory: string,
  { text = readSample('acme-ml'), faults = [], flags = [] }: Captured = {},
): Promise<void> {
  const world = loadWorld(text, { file: 'account.yaml', now: new Date() });
  const sandbox = createSandbox(world, { clock: () => Date.now(), faults });
  const served = await serveSandbox(sandbox);
  const environment = sandboxEnvironment(served.url, '111122223333');
  const args = ['snapshot', '--out', 'snapshot', ...flags];
  const { code, stderr } = await leastwise(args, { cwd: directory, environment });
  await served.close();
  if (code !== 0) throw new Error(stderr);
}
