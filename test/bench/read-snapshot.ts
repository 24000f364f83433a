import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { Child } from './child.ts';
import { showFigures } from './figure.ts';
import type { GenerateOrder } from './generating.ts';
import { median, timeOf, type Took } from './time.ts';

// Reading and verifying a snapshot of 17,000 items, against unpacking and parsing alone.

const directory = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
const out = join(directory, 'snapshot');
const generator = new Child('generating');
try {
  const order: GenerateOrder = { out };
  await generator.ask(order);
  const [reading, parsing]: [Took[], Took[]] = [[], []];
  let items = 0;
  for (let round = 0; round < 5; round += 1) {
    parsing.push(await timeOf(() => (items = parseAll(join(out, 'items')))));
    reading.push(await timeOf(() => readSnapshot(out)));
  }
  const [whole, plain] = [reading, parsing].map((took) => median(took.map((one) => one.processor)));
  showFigures('Reading and verifying a snapshot, median of 5', {
    leastwise: [
      { name: 'items', value: items },
      { name: 'time', value: median(reading.map((one) => one.seconds)), unit: 's' },
      { name: 'processor time', value: whole ?? NaN, unit: 's', atMost: 2 },
      { name: 'gunzip and JSON.parse alone', value: plain ?? NaN, unit: 's' },
      { name: 'ratio', value: (whole ?? NaN) / (plain ?? NaN) },
    ],
  });
} finally {
  generator.end();
  rmSync(directory, { recursive: true, force: true });
}

/** How many lines the files hold. */
function parseAll(items: string): number {
  let count = 0;
  for (const name of readdirSync(items)) {
    const text = gunzipSync(readFileSync(join(items, name))).toString('utf8');
    for (const line of text.split('\n').filter((one) => one !== '')) {
      if (JSON.parse(line) !== null) count += 1;
    }
  }
  return count;
}
