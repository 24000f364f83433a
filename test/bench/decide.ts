import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DecideCase } from '../../src/decide/case.ts';
import { prepare } from '../../src/decide/decide-case.ts';
import type { Decision } from '../../src/decide/decision.ts';
import { decideCaseOf } from './decide-cases.ts';
import { showFigures, type Figure } from './figure.ts';
import { median, timeOf, type Took } from './time.ts';

// Decisions with policies compiled once, against parsing and compiling them for every one.

const rounds = 5;
const decisions = { compiled: 40_000, naive: 4_000 };
const compiledPolicies = 5_000;

type Decide = () => Decision;

const texts = Array.from({ length: 200 }, (_, number) => JSON.stringify(decideCaseOf(number)));
const cases = texts.map(readCase);
const compiled: readonly Decide[] = cases.map((one) => {
  const decideOne = prepareCase(one);
  return () => decideOne(one.request);
});
const fromDocuments: readonly Decide[] = cases.map((one) => () => prepareCase(one)(one.request));
/** Keeps nothing: the peer that somebody writes first. */
const naive: readonly Decide[] = texts.map((text) => () => {
  const one = readCase(text);
  return prepareCase(one)(one.request);
});

function readCase(text: string): DecideCase {
  // Our own cases, by way of JSON so that nothing is shared between them.
  return JSON.parse(text) as DecideCase;
}

function prepareCase({ policies = {}, settings }: DecideCase): ReturnType<typeof prepare> {
  return prepare(policies, settings);
}

const counts = countOutcomes();
const [off, on] = [await figuresOf(false), await figuresOf(true)];
const memory = memoryFigures();
showFigures(`${cases.length} cases decided, median of ${rounds} rounds`, {
  'reasons off': [...off, ...counts, ...memory],
  'reasons on': on,
});

/** Throws where the ways of asking disagree, or a case is not decided as it was built to be. */
function countOutcomes(): readonly Figure[] {
  const seen = new Map<string, number>();
  for (const [at, one] of cases.entries()) {
    const answers = [compiled, fromDocuments, naive].map((way) => way[at]?.().outcome);
    const [answer = 'none'] = answers;
    const wanted = String(one.id).split(' ')[0];
    if (answers.some((other) => other !== wanted)) {
      throw new Error(`case ${String(at)} should be ${String(wanted)}: ${answers.join(', ')}`);
    }
    seen.set(answer, (seen.get(answer) ?? 0) + 1);
  }
  const statements = texts.join().split('"Effect"').length - 1;
  return [
    ...[...seen].map(([outcome, value]) => ({ name: `cases ${outcome}`, value })),
    { name: 'statements in a case, on average', value: statements / cases.length },
  ];
}

async function figuresOf(withReasons: boolean): Promise<readonly Figure[]> {
  const took: Record<'compiled' | 'fromDocuments' | 'naive', Took[]> = {
    ...{ compiled: [], fromDocuments: [], naive: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    took.compiled.push(await timeOfEach(compiled, decisions.compiled, withReasons));
    took.fromDocuments.push(await timeOfEach(fromDocuments, decisions.naive, withReasons));
    took.naive.push(await timeOfEach(naive, decisions.naive, withReasons));
  }
  const seconds = (all: readonly Took[]): number => median(all.map((one) => one.seconds));
  const processor = median(took.compiled.map((one) => one.processor));
  const [one, all, peer] = [took.compiled, took.fromDocuments, took.naive].map(seconds);
  return [
    micro('time of a decision, policies compiled', one, 10),
    micro('processor time of it', processor, 10),
    micro('time of it, fastest round', Math.min(...took.compiled.map((one) => one.seconds))),
    { name: 'decisions in a second', value: Math.round(1 / (one ?? NaN)) },
    micro('time with parsing and compiling', all),
    micro('time of the naive peer, from JSON text', peer),
    { name: 'ratio of the naive peer', value: (peer ?? NaN) / (one ?? NaN), unit: 'times' },
  ];
}

function micro(name: string, seconds = NaN, atMost?: number): Figure {
  return { name, value: seconds * 1e6, unit: 'µs', ...(atMost !== undefined && { atMost }) };
}

/** Of one decision. */
async function timeOfEach(ways: readonly Decide[], times: number, reasons: boolean): Promise<Took> {
  let length = 0;
  const { seconds, processor } = await timeOf(() => {
    for (let done = 0; done < times; done += ways.length) {
      for (const way of ways) {
        const decision = way();
        length += reasons ? decision.reasons.length : decision.outcome.length;
      }
    }
  });
  // Also keeps the work from being left out as without effect.
  if (length === 0) throw new Error('nothing was decided');
  return { seconds: seconds / times, processor: processor / times };
}

/** Heap per policy with all that is kept of it, before and after the first decision. */
function memoryFigures(): readonly Figure[] {
  const all: string[] = [];
  let policies = 0;
  for (let number = 0; policies < compiledPolicies; number += 1) {
    const text = JSON.stringify(decideCaseOf(number));
    policies += text.split('"Version"').length - 1;
    all.push(text);
  }
  const measured = Array.from({ length: rounds }, () => heapOf(all));
  const each = (bytes: readonly number[]): number => Math.round(median(bytes) / policies);
  return [
    { name: 'policies compiled for their size', value: policies },
    { name: 'heap of a policy', value: each(measured.map((one) => one.fresh)), unit: 'B' },
    { name: 'heap once it has decided', value: each(measured.map((one) => one.used)), unit: 'B' },
  ];
}

function heapOf(all: readonly string[]): { readonly fresh: number; readonly used: number } {
  const before = heapNow();
  const prepared = all.map((text) => prepareCase(readCase(text)));
  const fresh = heapNow() - before;
  for (const [at, decideOne] of prepared.entries()) decideOne(readCase(all[at] ?? '').request);
  return { fresh, used: heapNow() - before };
}

function heapNow(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
