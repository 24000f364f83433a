import { compilePolicySet } from '../../src/decide/compile-policy-set.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import type { Answer } from '../../src/reach/answer.ts';
import { Budget } from '../../src/reach/budget.ts';
import { grantsMoreThan } from '../../src/reach/questions.ts';
import { awsManagedPolicies } from '../support/aws-managed-policies.ts';
import { showFigures, type Figure } from './figure.ts';
import { median, timeOf } from './time.ts';

// Every version of every policy that AWS manages against the next one, both ways: does the one
// grant anything that the other does not? The faster round counts, which the rest of the machine
// disturbed less.

const rounds = 2;
const account = '111122223333';
const steps = 200_000;

interface Pair {
  readonly name: string;
  readonly fresh: JsonValue;
  readonly existing: JsonValue;
}

interface Asked {
  readonly is: Answer['is'] | 'crash';
  readonly milliseconds: number;
  readonly steps: number;
}

const pairs = awsManagedPolicies().flatMap(({ name, documents }) =>
  documents.slice(1).flatMap((after, index): readonly Pair[] => {
    const before = documents[index] ?? after;
    return [
      { name: `${name} ${index + 2} beyond ${index + 1}`, fresh: after, existing: before },
      { name: `${name} ${index + 1} beyond ${index + 2}`, fresh: before, existing: after },
    ];
  }),
);

const measured: Asked[][] = [];
const compiling: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const answers: Asked[] = [];
  for (const pair of pairs) answers.push(await ask(pair));
  measured.push(answers);
  const { processor } = await timeOf(() => pairs.forEach(compile));
  compiling.push(processor * 1000);
}
const fastest = (measured[0] ?? []).map((one, at): Asked => {
  const times = measured.map((round) => round[at]?.milliseconds ?? NaN);
  return { ...one, milliseconds: Math.min(...times) };
});
showFigures(`${pairs.length} pairs of versions, faster of ${rounds} rounds`, {
  'grants more than': [...countFigures(fastest), ...timeFigures(fastest), ...stepFigures(fastest)],
});
for (const [at, { is }] of fastest.entries()) {
  if (is === 'crash') console.log(`crashed: ${pairs[at]?.name ?? ''}`);
}

async function ask({ fresh, existing }: Pair): Promise<Asked> {
  const budget = new Budget(steps);
  let is: Asked['is'] = 'crash';
  const { processor } = await timeOf(() => {
    try {
      is = grantsMoreThan(fresh, existing, { type: 'identity', account, budget }).is;
    } catch {
      is = 'crash';
    }
  });
  return { is, milliseconds: processor * 1000, steps: budget.used };
}

/** What the answer cannot do without: reading both documents. */
function compile({ fresh, existing }: Pair): void {
  for (const one of [fresh, existing]) {
    compilePolicySet({ identity: [{ name: 'policy', ...parseDocument(one) }] });
  }
}

function countFigures(all: readonly Asked[]): readonly Figure[] {
  const count = (is: Asked['is']): number => all.filter((one) => one.is === is).length;
  return [
    { name: 'proven to grant nothing more', value: count('no') },
    { name: 'grant more, with a witness', value: count('yes') },
    { name: 'unknown', value: count('may') },
    { name: 'unknown, of all', value: (count('may') / all.length) * 100, unit: '%', atMost: 1 },
    { name: 'crashed', value: count('crash'), atMost: 0 },
  ];
}

function timeFigures(all: readonly Asked[]): readonly Figure[] {
  const times = all.map((one) => one.milliseconds);
  const sum = times.reduce((total, one) => total + one, 0);
  return [
    { name: 'processor time, median', value: median(times), unit: 'ms', atMost: 10 },
    { name: 'processor time, 95th percentile', value: at(times, 0.95), unit: 'ms', atMost: 50 },
    { name: 'processor time, 99th percentile', value: at(times, 0.99), unit: 'ms' },
    { name: 'processor time, slowest', value: at(times, 1), unit: 'ms' },
    {
      name: 'ratio of all to reading the documents',
      value: sum / Math.min(...compiling),
      unit: 'times',
    },
  ];
}

function stepFigures(all: readonly Asked[]): readonly Figure[] {
  const taken = all.map((one) => one.steps);
  return [
    { name: 'settled without a step', value: taken.filter((one) => one === 0).length },
    { name: 'steps, 95th percentile', value: at(taken, 0.95) },
    { name: 'steps, most', value: at(taken, 1), atMost: steps },
  ];
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
