import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { createAws } from '../../../src/collect/call/aws.ts';
import { Interrupted } from '../../../src/collect/call/call-error.ts';
import { CallLog } from '../../../src/collect/call/call-log.ts';
import { ClientPool } from '../../../src/collect/call/client-pool.ts';
import type { Aws } from '../../../src/collect/collector.ts';
import { accountId, region } from '../../support/build.ts';

/** AWS by the real clock, which gives up waiting when the user stops the capture. */
function awsUntil(signal: AbortSignal): Aws {
  const clock = {
    now: () => 0,
    sleep: (milliseconds: number) => sleep(milliseconds, undefined, { signal }),
  };
  return createAws({
    account: accountId,
    partition: 'aws',
    region,
    homeRegion: 'us-east-1',
    jobsSince: new Date(0),
    describeUpTo: 0,
    pool: new ClientPool({
      credentials: () => Promise.reject(new Error('nothing is called')),
      transport: { handle: () => Promise.reject(new Error('nothing is sent')) },
      allowed: new Set(),
      clock,
      endpointOverride: null,
      maxAttempts: 1,
      backoff: () => 0,
      paced: false,
    }),
    log: new CallLog(),
    clock,
    signal,
    concurrency: 1,
    onCall: () => undefined,
  });
}

describe('aws.sleep', () => {
  it('ends after its time', async () => {
    await awsUntil(new AbortController().signal).sleep(1);
  });

  it('is an interruption, not a crash of the collector, when the user stops the capture', async () => {
    const stop = new AbortController();
    const waiting = awsUntil(stop.signal).sleep(60_000);
    stop.abort();
    expect(await waiting.catch((error: unknown) => error)).to.be.instanceOf(Interrupted);
  });
});
