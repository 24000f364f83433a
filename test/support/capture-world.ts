import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../src/collect/capture/capture.ts';
import type {
  CaptureEnvironment,
  CaptureRequest,
} from '../../src/collect/capture/capture-request.ts';
import { collectors } from '../../src/collect/index.ts';
import type { Transport } from '../../src/collect/call/transport.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import {
  createSandbox,
  type LoggedCall,
  type Sandbox,
  type SandboxOptions,
} from '../../src/sandbox/respond.ts';
import type { World } from '../../src/sandbox/world.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { virtualClock } from './virtual-clock.ts';

export interface CaptureOptions extends Partial<Omit<SandboxOptions, 'clock'>> {
  readonly collectors?: CaptureRequest['collectors'];
  readonly describeUpTo?: number;
  /** Lists tell less than AWS's do, so that more is asked for singly. Default false. */
  readonly terseLists?: boolean;
}

export interface CaptureEnd {
  /** As read back from disk; the error that the capture ended with where there is none. */
  readonly snapshot: Snapshot | Error;
  readonly calls: readonly LoggedCall[];
  readonly mutations: number;
}

/** Captures the world's first account, over disk: only sockets and time are not real. */
export async function captureWorld(
  world: World,
  options: CaptureOptions = {},
): Promise<CaptureEnd> {
  const served = createSandbox(world, { ...options, clock: () => world.now.getTime() });
  const sandbox = options.terseLists === true ? tersely(served) : served;
  const directory = fs.mkdtempSync(join(fastDirectory(), 'leastwise-test-'));
  try {
    const out = join(directory, 'snapshot');
    const snapshot = await captureAndRead(out, world, { sandbox, ...options });
    return { snapshot, calls: sandbox.calls, mutations: sandbox.mutations };
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** In memory where the system offers it: a snapshot is synced to disk file by file. */
function fastDirectory(): string {
  return fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

/** A snapshot of a world in which nothing fails. */
export async function captureSound(world: World, options: CaptureOptions = {}): Promise<Snapshot> {
  const { snapshot } = await captureWorld(world, options);
  if (snapshot instanceof Error) throw snapshot;
  return snapshot;
}

async function captureAndRead(
  out: string,
  world: World,
  options: CaptureOptions & { readonly sandbox: Sandbox },
): Promise<Snapshot | Error> {
  const request: CaptureRequest = {
    out,
    resume: false,
    regions: null,
    collectors: options.collectors ?? collectors,
    jobsSince: new Date(world.now.getTime() - 90 * 24 * 3600 * 1000),
    describeUpTo: options.describeUpTo ?? 100,
  };
  // The handler's request type is wider than the part of the SDK's that it reads.
  const transport = sandboxHandler(options.sandbox) as unknown as Transport;
  try {
    await capture(request, environmentOf(world, transport));
  } catch (error) {
    if (fs.existsSync(join(out, 'manifest.json'))) throw new Error('published', { cause: error });
    return error as Error;
  }
  return readSnapshot(out);
}

/** What a capture takes from outside; no call is paced, and retries follow at once. */
export function environmentOf(world: World, transport: Transport): CaptureEnvironment {
  const [account = ''] = world.accounts.keys();
  return {
    tool: { name: 'leastwise', version: '0.0.0' },
    runId: 'test',
    clock: virtualClock(world.now.getTime()),
    credentials: () => Promise.resolve(accessKeyOf(account)),
    transport,
    startRegion: 'us-east-1',
    endpointOverride: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    maxAttempts: 2,
    backoff: () => 0,
    paced: false,
  };
}

/** Older endpoints leave a bucket's region out; a policy may be listed without its documents. */
function tersely(sandbox: Sandbox): Sandbox {
  return {
    handle(request) {
      const reply = sandbox.handle(request);
      const body = reply.body
        .replace(/<BucketRegion>[^<]*<\/BucketRegion>/g, '')
        .replace(/<PolicyVersionList>.*?<\/PolicyVersionList>/gs, '');
      return { ...reply, body };
    },
    calls: sandbox.calls,
    get mutations() {
      return sandbox.mutations;
    },
  };
}
