import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Accounts that come with the program. */
export const sampleNames = ['acme-ml'] as const;

export type SampleName = (typeof sampleNames)[number];

/** The account file of a sample. */
export function readSample(name: SampleName): string {
  return readBeside(`${name}.yaml`);
}

/** What the sample's owners declare: a configuration with `inputs` alone. */
export function readSampleInputs(name: SampleName): string {
  return readBeside(`${name}.inputs.yaml`);
}

/** Where the access contract of a sample lies. */
export function sampleContract(name: SampleName): string {
  return fileURLToPath(new URL(`sample/${name}.access.yaml`, import.meta.url));
}

/** The build copies `sample/` beside the compiled file. */
function readBeside(file: string): string {
  return readFileSync(new URL(`sample/${file}`, import.meta.url), 'utf8');
}
