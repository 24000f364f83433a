import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind } from '../../src/model/resource.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import type { CaptureMeasure, CaptureOrder } from './capturing.ts';
import { Child } from './child.ts';
import type { AccountSize, CallReport, Served } from './served-account.ts';

export interface Run {
  readonly size: AccountSize;
  readonly measure: CaptureMeasure;
  readonly calls: CallReport;
  readonly content: Content;
}

interface Content extends AccountSize {
  /** Fields and lists that a call should have given and did not. */
  readonly unread: number;
}

/** Captures a generated account over HTTP, each side in a process of its own. */
export async function runSnapshot(size: AccountSize, paced: boolean): Promise<Run> {
  const directory = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
  const [server, snapshotter] = [new Child('served-account'), new Child('capturing')];
  try {
    const served = await server.ask<Served>(size);
    const out = join(directory, 'snapshot');
    const order: CaptureOrder = { out, served, paced };
    const measure = await snapshotter.ask<CaptureMeasure>(order);
    const calls = await server.ask<CallReport>({});
    return { size, measure, calls, content: await contentOf(out) };
  } finally {
    server.end();
    snapshotter.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function contentOf(out: string): Promise<Content> {
  const snapshot = await readSnapshot(out);
  const { kinds } = snapshot.manifest;
  const fields = kinds.flatMap((kind) => snapshot.resources(kind).flatMap(errorsIn));
  const open = snapshot.universes.filter((one) => one.end !== 'complete');
  const count = (kind: Kind): number => snapshot.resources(kind).length;
  return {
    unread: fields.length + open.length,
    roles: count('iam.role'),
    buckets: count('s3.bucket'),
    trainingJobs: count('sagemaker.training-job'),
  };
}

const unreadStates: readonly unknown[] = ['denied', 'gone', 'error'];

/** Fields that a call should have given. What Search does not carry is none of them. */
function errorsIn(resource: object): readonly unknown[] {
  return Object.values(resource).filter((field: { readonly state?: unknown }) =>
    unreadStates.includes(field.state),
  );
}
