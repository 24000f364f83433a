import { setTimeout as sleep } from 'node:timers/promises';
import { capture } from '../../src/collect/capture/capture.ts';
import type {
  CaptureEnvironment,
  CaptureRequest,
} from '../../src/collect/capture/capture-request.ts';
import { collectors } from '../../src/collect/index.ts';
import type { Progress } from '../../src/collect/capture/progress.ts';
import { sharedTransport } from '../../src/collect/call/transport.ts';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import type { Served } from './served-account.ts';
import { mostMemory, timeOf, type Took } from './time.ts';

// One capture in a process of its own, so that its memory can be told. Takes a CaptureOrder and
// answers by a CaptureMeasure.

export interface CaptureOrder {
  readonly out: string;
  readonly served: Served;
  /** The limiter with 8 attempts, or what the SDK does by itself: 3 attempts. */
  readonly paced: boolean;
}

export interface CaptureMeasure extends Took {
  /** Megabytes at the most. */
  readonly memory: number;
  /** Logical calls: one, however often it was tried. */
  readonly calls: number;
  readonly throttles: number;
}

process.once('message', (order: CaptureOrder) => {
  void measure(order).then((measured) => process.send?.(measured, () => process.disconnect()));
});

async function measure(order: CaptureOrder): Promise<CaptureMeasure> {
  process.env['AWS_ENDPOINT_URL'] = order.served.url;
  let last: Progress = { units: 0, unitsDone: 0, unitsResumed: 0, calls: 0, throttles: 0 };
  const environment = environmentOf(order, (progress) => (last = progress));
  const took = await timeOf(() => capture(requestOf(order), environment));
  const { calls, throttles } = last;
  return { ...took, memory: mostMemory(), calls, throttles };
}

function requestOf({ out, served }: CaptureOrder): CaptureRequest {
  const jobsSince = new Date(Date.now() - 90 * 24 * 3600 * 1000);
  const describeUpTo = 200;
  return { out, resume: false, regions: [served.region], collectors, jobsSince, describeUpTo };
}

function environmentOf(
  { served, paced }: CaptureOrder,
  onProgress: (progress: Progress) => void,
): CaptureEnvironment {
  return {
    tool: { name: 'leastwise', version: 'bench' },
    runId: 'bench',
    clock: { now: Date.now, sleep: (milliseconds) => sleep(milliseconds) },
    credentials: () => Promise.resolve(accessKeyOf(served.account)),
    transport: sharedTransport(),
    startRegion: served.region,
    endpointOverride: served.url,
    signal: new AbortController().signal,
    onProgress,
    maxAttempts: paced ? 8 : 3,
    // As the SDK waits after a throttle when left alone: up to 500 ms, doubled with every attempt.
    backoff: (attempt) => Math.random() * Math.min(20_000, (paced ? 100 : 500) * 2 ** attempt),
    paced,
  };
}
