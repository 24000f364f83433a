import { parseArgs } from 'node:util';
import { showFigures } from './figure.ts';
import type { AccountSize } from './served-account.ts';
import { groupTable, snapshotFigures } from './snapshot-figures.ts';
import { runSnapshot } from './snapshot-run.ts';

// A capture of a large account over HTTP at AWS's rates, with the limiter and without.

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 1)) throw new Error('--scale is a number above 0, at most 1');
const size: AccountSize = {
  roles: Math.round(5000 * scale),
  buckets: Math.round(2000 * scale),
  trainingJobs: Math.round(10_000 * scale),
};
const limited = await runSnapshot(size, true);
const unlimited = await runSnapshot(size, false);
showFigures(
  `Snapshot over HTTP at AWS's rates, scale ${scale}: ${size.roles} roles, ${size.buckets} buckets, ` +
    `${size.trainingJobs} training jobs`,
  { 'limiter on': snapshotFigures(limited), 'limiter off': snapshotFigures(unlimited) },
);
console.log(groupTable(limited.calls.groups));
