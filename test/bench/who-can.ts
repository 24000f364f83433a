import { askPlaces } from '../../src/account/reach/reach.ts';
import { accessMatrix, type AccessMatrix } from '../../src/account/reach/matrix/access-matrix.ts';
import { whoCan } from '../../src/account/reach/who-can.ts';
import type { Account } from '../../src/account/account.ts';
import { showFigures, type Figure } from './figure.ts';
import { reachAccount } from './reach-account.ts';
import { median } from './time.ts';

// Who can, over a whole account: one bucket among all, and every bucket for every role at once. The peer
// of the matrix is to ask who can of one bucket after the other.

const size = { roles: 5000, buckets: 1000 };
const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
const asked = 40;

const started = performance.now();
const account = reachAccount(size);
const buckets = account.all('s3.bucket').map(({ id }) => id);
/** Parses and compiles all policies, which every later question shares. */
ask(account, 0);
const loaded = performance.now() - started;

const single = Array.from({ length: asked }, (_, at) =>
  ask(account, ((at + 1) * 61) % size.buckets),
);
const matrix = actions.map((action) => timed(() => accessMatrix(account, action)));
const seconds = matrix.reduce((sum, one) => sum + one.milliseconds, 0) / 1000;
const milliseconds = median(single.map((one) => one.milliseconds));
const cells = size.roles * size.buckets * actions.length;

showFigures(`${String(size.roles)} roles and ${String(size.buckets)} buckets`, {
  '': [
    { name: 'time to load and answer the first time', value: loaded, unit: 'ms' },
    { name: 'who-can on one bucket, once loaded', value: milliseconds, unit: 'ms', atMost: 100 },
    {
      name: 'fastest of them',
      value: Math.min(...single.map((one) => one.milliseconds)),
      unit: 'ms',
    },
    {
      name: 'slowest, while the code is still being compiled',
      value: Math.max(...single.map((one) => one.milliseconds)),
      unit: 'ms',
    },
    { name: 'roles that can, median', value: median(single.map((one) => one.result.reaches)) },
    {
      name: 'symbolic searches for it, median',
      value: median(single.map((one) => one.result.searches)),
    },
    { name: 'the whole matrix, three actions', value: seconds, unit: 's', atMost: 20 },
    { name: 'cells of the matrix', value: cells },
    { name: 'of which are yes', value: matrix.reduce((sum, one) => sum + countOf(one.result), 0) },
    {
      name: 'symbolic searches for the matrix',
      value: matrix.reduce((sum, one) => sum + one.result.searches, 0),
    },
    {
      name: 'ratio to asking for each bucket by itself',
      value: (milliseconds * size.buckets * actions.length) / (seconds * 1000),
      unit: 'times',
    },
    { name: 'memory', value: process.memoryUsage().rss / 2 ** 20, unit: 'MiB', atMost: 1024 },
  ] satisfies readonly Figure[],
});

interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

function ask(
  of: Account,
  bucket: number,
): Timed<{ readonly reaches: number; readonly searches: number }> {
  const arn = buckets[bucket];
  if (arn === undefined) throw new Error(`there is no bucket ${String(bucket)}`);
  const question = { action: 's3:GetObject', resource: `${arn}/*` };
  const { result, milliseconds: took } = timed(() => whoCan(of, question));
  if (result.missing.length > 0) throw new Error('the account is not complete');
  if (result.reaches.length === 0) throw new Error('nobody can: there was nothing to find out');
  const { places } = askPlaces(of, question);
  const searches = places.reduce((sum, { answers }) => sum + answers.searches, 0);
  return { result: { reaches: result.reaches.length, searches }, milliseconds: took };
}

function countOf({ subjects, buckets: columns, is }: AccessMatrix): number {
  let count = 0;
  subjects.forEach((_, row) => {
    columns.forEach((__, column) => {
      if (is(row, column) === 'yes') count += 1;
    });
  });
  return count;
}
