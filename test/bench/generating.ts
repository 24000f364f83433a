import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../src/collect/capture/capture.ts';
import { collectors } from '../../src/collect/index.ts';
import type { Transport } from '../../src/collect/call/transport.ts';
import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { generateWorld } from '../../src/sandbox/generate-world.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import type { World } from '../../src/sandbox/world.ts';
import { createJournal } from '../../src/snapshot/journal.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';

// A large snapshot, made in a process of its own. Takes a GenerateOrder and answers when it is
// published. A twentieth of the account is captured and written twenty times, which takes seconds.

export interface GenerateOrder {
  readonly out: string;
}

const copies = 20;
const size = { roles: 250, buckets: 100, trainingJobs: 500 };
const multiplied: readonly Kind[] = ['iam.role', 's3.bucket', 'sagemaker.training-job'];

process.once('message', ({ out }: GenerateOrder) => {
  void generate(out).then(() => process.send?.({}, () => process.disconnect()));
});

async function generate(out: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
  try {
    const small = join(directory, 'small');
    await captureInProcess(generateWorld({ ...size, seed: 1, now: new Date() }), small);
    await multiply(await readSnapshot(small), out);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function captureInProcess(world: World, out: string): Promise<void> {
  const [account] = world.accounts.values();
  if (account === undefined) throw new Error('the generated world has no account');
  const startRegion = account.regions[0] ?? 'us-east-1';
  const now = Date.now;
  await capture(
    {
      ...{ out, resume: false, regions: [startRegion], collectors, describeUpTo: 200 },
      jobsSince: new Date(now() - 90 * 24 * 3600 * 1000),
    },
    {
      tool: { name: 'leastwise', version: 'bench' },
      runId: randomUUID(),
      clock: { now, sleep: () => Promise.resolve() },
      credentials: () => Promise.resolve(accessKeyOf(account.id)),
      // The handler's request type is wider than the part of the SDK's that it reads.
      transport: sandboxHandler(createSandbox(world, { clock: now })) as unknown as Transport,
      ...{ startRegion, endpointOverride: null, signal: new AbortController().signal },
      ...{ maxAttempts: 1, backoff: () => 0, paced: false, onProgress: () => undefined },
    },
  );
}

async function multiply(small: Snapshot, out: string): Promise<void> {
  const { manifest, universes } = small;
  const journal = createJournal(out, manifest);
  const unit = { name: 'all', account: manifest.account, region: 'global' };
  const writer = journal.begin(unit, () => manifest.startedAt);
  for (const kind of manifest.kinds) {
    const count = multiplied.includes(kind) ? copies : 1;
    for (const resource of small.resources(kind)) {
      for (let copy = 1; copy <= count; copy += 1) writer.resource(copyOf(resource, copy));
    }
  }
  for (const universe of universes) writer.universe(universe);
  await writer.commit();
  await publishSnapshot(out, journal, { ...journal.plan, finishedAt: manifest.finishedAt });
}

function copyOf(resource: Resource, copy: number): Resource {
  if (copy === 1) return resource;
  const { id, name } = resource;
  return { ...resource, id: `${id}-${copy}`, name: `${name}-${copy}` };
}
