import { generateWorld } from '../../src/sandbox/generate-world.ts';
import { awsRates, rateOf, type Rate } from '../../src/sandbox/rate.ts';
import { createSandbox, type LoggedCall } from '../../src/sandbox/respond.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';

// The sandbox in a process of its own, so that its memory and its work are not the snapshotter's.
// Takes an AccountSize, says where it is served, and answers every further message by a CallReport.

export interface AccountSize {
  readonly roles: number;
  readonly buckets: number;
  readonly trainingJobs: number;
}

export interface Served {
  readonly url: string;
  readonly account: string;
  readonly region: string;
}

export interface CallReport {
  /** The token buckets of the rate table that were drawn on. */
  readonly groups: readonly RateGroup[];
  /** Answered calls by operation id. */
  readonly operations: Readonly<Record<string, number>>;
  /** Requests for anything but a served read. */
  readonly refused: number;
}

export interface RateGroup {
  readonly name: string;
  readonly perSecond: number;
  /** Calls that got any answer but "too fast". */
  answered: number;
  throttled: number;
}

const throttles = [
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
] as const;

process.once('message', (size: AccountSize) => void serve(size));

async function serve(size: AccountSize): Promise<void> {
  const world = generateWorld({ ...size, seed: 1, now: new Date() });
  const [account] = world.accounts.values();
  const sandbox = createSandbox(world, { clock: Date.now, rates: 'aws' });
  const { url } = await serveSandbox(sandbox);
  process.on('message', () => process.send?.(reportOf(sandbox.calls, sandbox.mutations)));
  const place: Served = { url, account: account?.id ?? '', region: account?.regions[0] ?? '' };
  process.send?.(place);
}

function reportOf(calls: readonly LoggedCall[], refused: number): CallReport {
  const groups = new Map<string, RateGroup>();
  const operations: Record<string, number> = {};
  for (const call of calls) {
    const throttled = (throttles as readonly string[]).includes(call.outcome);
    const group = groupOf(groups, call);
    if (group !== undefined) group[throttled ? 'throttled' : 'answered'] += 1;
    if (!throttled) operations[call.operation] = (operations[call.operation] ?? 0) + 1;
  }
  return { groups: [...groups.values()], operations, refused };
}

/** The token bucket that the call draws on, as `RateLimiter` has them. */
function groupOf(groups: Map<string, RateGroup>, call: LoggedCall): RateGroup | undefined {
  const rate = rateOf(call.operation, awsRates);
  if (rate === undefined) return undefined;
  const name = nameOf(rate, call);
  const group = groups.get(name) ?? { name, perSecond: rate.perSecond, answered: 0, throttled: 0 };
  groups.set(name, group);
  return group;
}

function nameOf(rate: Rate, call: LoggedCall): string {
  const operations = rate.shared === true ? rate.operations : call.operation;
  return rate.scope === 'region' ? `${operations} in ${call.region}` : operations;
}
