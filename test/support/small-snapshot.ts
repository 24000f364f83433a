import { loadWorld } from '../../src/sandbox/load-world.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { readSample } from '../../src/sandbox/sample.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment } from './cli.ts';

/** Captures the buckets of `acme-ml` into `<directory>/snapshot`, through the command line. */
export async function captureSmallSnapshot(directory: string): Promise<void> {
  const world = loadWorld(readSample('acme-ml'), { file: 'acme-ml.yaml', now: new Date() });
  const served = await serveSandbox(createSandbox(world, { clock: () => Date.now() }));
  const environment = sandboxEnvironment(served.url, '111122223333');
  const args = ['snapshot', '--out', 'snapshot', '--only', 's3.bucket', '--region', 'eu-west-1'];
  const { code, stderr } = await leastwise(args, { cwd: directory, environment });
  await served.close();
  if (code !== 0) throw new Error(stderr);
}
