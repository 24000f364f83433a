import { createAws } from '../../src/collect/call/aws.ts';
import { CallLog } from '../../src/collect/call/call-log.ts';
import { ClientPool } from '../../src/collect/call/client-pool.ts';
import type { Aws, Collector } from '../../src/collect/collector.ts';
import { allowList } from '../../src/collect/declared-operation.ts';
import type { Transport } from '../../src/collect/call/transport.ts';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import type { Sandbox } from '../../src/sandbox/respond.ts';
import { accountId, region } from './build.ts';
import { virtualClock } from './virtual-clock.ts';

/**
 * AWS as a collector gets it, over `transport`: only the socket is not real. The allow-list holds
 * what the collector declares, and nothing else.
 */
export function awsOver(transport: Transport, collector: Collector): Aws {
  const clock = virtualClock();
  return createAws({
    account: accountId,
    partition: 'aws',
    region: collector.scope === 'global' ? 'us-east-1' : region,
    homeRegion: 'us-east-1',
    jobsSince: new Date('2026-08-03T00:00:00Z'),
    describeUpTo: 100,
    pool: new ClientPool({
      credentials: () => Promise.resolve(accessKeyOf(accountId)),
      transport,
      allowed: allowList([collector]),
      clock,
      endpointOverride: null,
      maxAttempts: 3,
      backoff: () => 0,
      paced: false,
    }),
    log: new CallLog(),
    clock,
    signal: new AbortController().signal,
    concurrency: 10,
    onCall: () => undefined,
  });
}

export function awsInSandbox(sandbox: Sandbox, collector: Collector): Aws {
  // The handler's request type is wider than the part of the SDK's that it reads.
  return awsOver(sandboxHandler(sandbox) as unknown as Transport, collector);
}
