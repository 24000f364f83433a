import { captureSandbox } from './capture-sandbox.ts';

/** Captures the buckets of `acme-ml` into `<directory>/snapshot`, through the command line. */
export async function captureSmallSnapshot(directory: string): Promise<void> {
  await captureSandbox(directory, { flags: ['--only', 's3.bucket', '--region', 'eu-west-1'] });
}
