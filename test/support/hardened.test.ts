import { expect } from 'chai';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { capture } from '../../src/collect/capture/capture.ts';
import { collectors } from '../../src/collect/index.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { kinds } from '../../src/model/resource.ts';
import { loadRules } from '../../src/rule/load-suites.ts';
import { openAccount } from '../../src/account/open-account.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import type { Transport } from '../../src/collect/call/transport.ts';
import { accountId, region } from './build.ts';
import { hardened, sampleNow } from './sample-account.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { virtualClock } from './virtual-clock.ts';

describe('The hardened account', () => {
  const directory = temporaryDirectory();

  it('has every kind of resource, and every shipped rule passes on it', async () => {
    const { world, inputs } = hardened();
    const clock = virtualClock(sampleNow.getTime());
    const sandbox = createSandbox(world, { clock: () => clock.now() });
    const out = `${directory()}/snapshot`;
    await capture(
      {
        out,
        resume: false,
        regions: [region],
        collectors,
        jobsSince: new Date(sampleNow.getTime() - 90 * 86_400_000),
        describeUpTo: 100,
      },
      {
        tool: { name: 'leastwise', version: '0.0.0' },
        runId: 'test',
        clock,
        credentials: () => Promise.resolve(accessKeyOf(accountId)),
        // The handler's request type is wider than the part of the SDK's that it reads.
        transport: sandboxHandler(sandbox) as unknown as Transport,
        startRegion: region,
        endpointOverride: null,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        maxAttempts: 3,
        backoff: () => 0,
        paced: false,
      },
    );
    const snapshot = await readSnapshot(out);
    expect(kinds.filter((kind) => snapshot.resources(kind).length === 0)).to.deep.equal([]);

    const rules = await loadRules(new URL('../../suites', import.meta.url).pathname);
    const records = [...runRules(rules, openAccount(snapshot, inputs))];
    const passed = new Set(records.filter((one) => one.status === 'pass').map((one) => one.rule));
    expect(rules.map((rule) => rule.id).filter((id) => !passed.has(id))).to.deep.equal([]);
    const others = records.filter((one) => !['pass', 'not-applicable'].includes(one.status));
    expect(others).to.deep.equal([]);
  });
});
