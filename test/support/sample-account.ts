import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { readSample, readSampleInputs } from '../../src/sandbox/sample.ts';
import { undeclared, type Inputs } from '../../src/model/inputs.ts';
import type { World } from '../../src/sandbox/world.ts';

/** When the accounts below are looked at. */
export const sampleNow = new Date('2026-11-24T12:00:00Z');

export interface SampleAccount {
  readonly world: World;
  readonly inputs: Inputs;
}

/** The demo account: faults and correct counterparts of every rule. */
export function acmeMl(): SampleAccount {
  return {
    world: loadWorld(readSample('acme-ml'), { file: 'acme-ml.yaml', now: sampleNow }),
    inputs: inputsIn(readSampleInputs('acme-ml')),
  };
}

/** A small account in which every rule passes. */
export function hardened(): SampleAccount {
  return {
    world: loadWorld(readBeside('hardened.yaml'), { file: 'hardened.yaml', now: sampleNow }),
    inputs: inputsIn(readBeside('hardened.inputs.yaml')),
  };
}

function readBeside(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function inputsIn(text: string): Inputs {
  const { inputs } = parse(text) as { inputs: Partial<Inputs> };
  return { ...undeclared, ...inputs };
}
