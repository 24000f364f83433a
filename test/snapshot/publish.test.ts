import { expect } from 'chai';
import fs from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { canonicalJson, sha256 } from '../../src/model/canonical.ts';
import { present } from '../../src/model/observed.ts';
import type { CallCoverage, Snapshot } from '../../src/model/snapshot.ts';
import { UserError } from '../../src/model/user-error.ts';
import { encodeItem } from '../../src/snapshot/item.ts';
import { createJournal, resumeJournal } from '../../src/snapshot/journal.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { accountId, build, region } from '../support/build.ts';
import {
  capturedAt,
  captureInto,
  claimOf,
  finishedAt,
  planOf,
  writeUnit,
  type UnitContent,
} from '../support/capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const facts = { ...planOf(), finishedAt };
const a = build('iam.role', {}, { name: 'a' });
const b = build('iam.role', {}, { name: 'b' });
const c = build('iam.role', {}, { name: 'c' });

function filesOf(dir: string): readonly string[] {
  return fs.readdirSync(dir, { recursive: true }).map(String).sort();
}

function callOf(changes: Partial<CallCoverage>): CallCoverage {
  return {
    account: accountId,
    region,
    operation: 'iam:ListRoles',
    calls: 1,
    items: 2,
    attempts: 3,
    throttles: 1,
    milliseconds: 12.5,
    failures: {},
    firstAt: capturedAt,
    lastAt: capturedAt,
    ...changes,
  };
}

describe('publishing', () => {
  const directory = temporaryDirectory();
  const dir = (): string => join(directory(), 'snapshot');

  async function captured(...units: readonly UnitContent[]): Promise<Snapshot> {
    await captureInto(dir(), units);
    return readSnapshot(dir());
  }

  it('writes one sorted file for each kind, also for an empty one, and removes the journal', async () => {
    const manifest = await captureInto(dir(), [{ name: 'iam', resources: [c, a, b] }]);
    expect(filesOf(dir())).to.deep.equal([
      'coverage.jsonl',
      'items',
      'items/iam.role.jsonl.gz',
      'items/s3.bucket.jsonl.gz',
      'manifest.json',
    ]);
    const text = (path: string): string =>
      gunzipSync(fs.readFileSync(join(dir(), path))).toString();
    const lines = [a, b, c].map((role) => `${encodeItem(role, capturedAt)}\n`).join('');
    expect(text('items/iam.role.jsonl.gz')).to.equal(lines);
    expect(text('items/s3.bucket.jsonl.gz')).to.equal('');
    expect(fs.readFileSync(join(dir(), 'coverage.jsonl'), 'utf8')).to.equal(
      `${canonicalJson({ universe: claimOf('iam.role', { items: 3 }) })}\n`,
    );
    const entry = (path: string, count: number): object => {
      const bytes = fs.readFileSync(join(dir(), path));
      return { path, bytes: bytes.length, sha256: sha256(bytes), lines: count };
    };
    const files = [
      entry('coverage.jsonl', 1),
      entry('items/iam.role.jsonl.gz', 3),
      entry('items/s3.bucket.jsonl.gz', 0),
    ];
    const unsealed = { ...facts, schema: 'leastwise-snapshot/1', files };
    expect(manifest).to.deep.equal({ ...unsealed, root: sha256(canonicalJson(unsealed)) });
    expect(fs.readFileSync(join(dir(), 'manifest.json'), 'utf8')).to.equal(
      `${canonicalJson(manifest)}\n`,
    );
  });

  it('keeps everything for its owner alone', async () => {
    await captureInto(dir(), [{ name: 'iam', resources: [a] }]);
    for (const path of ['.', ...filesOf(dir())]) {
      const status = fs.statSync(join(dir(), path));
      expect(status.mode & 0o777, path).to.equal(status.isDirectory() ? 0o700 : 0o600);
    }
  });

  it('writes the same bytes whatever the order of units and resources', async () => {
    const one = await captureInto(join(directory(), 'one'), [
      { name: 'x', resources: [a, b] },
      { name: 'y', resources: [c] },
    ]);
    const other = await captureInto(join(directory(), 'other'), [
      { name: 'y', resources: [c] },
      { name: 'x', resources: [b, a] },
    ]);
    expect(one).to.deep.equal(other);
  });

  it('keeps the later reading of a resource that was read twice', async () => {
    const old = build('iam.role', { path: present('/old/') }, { name: 'a' });
    const snapshot = await captured(
      { name: 'x', resources: [a, b, a], at: '2026-11-01T00:00:20.000Z' },
      { name: 'w', resources: [old], at: '2026-11-01T00:00:10.000Z' },
      { name: 'y', resources: [old], at: '2026-11-01T00:00:10.000Z' },
    );
    expect(snapshot.resources('iam.role')).to.deep.equal([a, b]);
    expect(snapshot.universes.map((one) => [one.end, one.items])).to.deep.equal([
      ['complete', 0],
      ['complete', 0],
      ['complete', 2],
    ]);
  });

  it('does not call a list complete on which two resources share an id', async () => {
    const other = build('iam.role', {}, { name: 'other', id: a.id });
    const snapshot = await captured(
      { name: 'x', resources: [a, other] },
      { name: 'y', resources: [b] },
    );
    const message = 'two resources of iam.role share an id';
    expect(snapshot.universes).to.deep.equal([
      claimOf('iam.role', { items: 1 }),
      claimOf('iam.role', {
        end: 'error',
        items: 1,
        problem: { state: 'error', call: 'snapshot', code: 'IdNotUnique', message },
      }),
    ]);
  });

  it('does not call a list complete of which nothing was said', async () => {
    const snapshot = await captured({ name: 'x', resources: [a], universes: [] });
    const why = 'the collector did not say whether the list is complete';
    expect(snapshot.universes).to.deep.equal([
      claimOf('iam.role', { end: 'error', items: 1, problem: { state: 'not-collected', why } }),
    ]);
  });

  it('counts the items of each universe by its region', async () => {
    const far = build('iam.role', {}, { name: 'far', region: 'us-east-1' });
    const elsewhere = build('iam.role', {}, { name: 'elsewhere', region: 'global' });
    const snapshot = await captured({
      name: 'x',
      resources: [a, b, far, elsewhere],
      universes: [claimOf('iam.role', { items: 99 }), claimOf('iam.role', { region: 'us-east-1' })],
    });
    expect(snapshot.universes).to.have.deep.members([
      claimOf('iam.role', { items: 3 }),
      claimOf('iam.role', { region: 'us-east-1', items: 1 }),
    ]);
  });

  it('keeps how a list ended, with its window and its problem', async () => {
    const claims = [
      claimOf('iam.role', { end: 'truncated', problem: { state: 'error', call: 'c', code: 'd' } }),
      claimOf('s3.bucket', {
        end: 'denied',
        since: '2026-08-03T00:00:00.000Z',
        problem: { state: 'denied', call: 'c\ud800', code: 'd', why: 'identity-policy' },
      }),
    ];
    const snapshot = await captured({ name: 'x', resources: [], universes: claims });
    expect(snapshot.universes).to.have.deep.members([
      { ...claims[0], items: 0 },
      {
        ...claims[1],
        items: 0,
        problem: { state: 'denied', call: 'c\ufffd', code: 'd', why: 'identity-policy' },
      },
    ]);
  });

  it('drops kinds that were not asked for', async () => {
    const claims = [claimOf('kms.key'), claimOf('iam.role')];
    const snapshot = await captured({
      name: 'x',
      resources: [build('kms.key'), a],
      universes: claims,
    });
    expect(snapshot.universes).to.deep.equal([claimOf('iam.role', { items: 1 })]);
    expect(snapshot.resources('kms.key')).to.deep.equal([]);
  });

  it('adds up the calls of an operation over the units', async () => {
    const journal = createJournal(dir(), planOf());
    for (const [name, call] of [
      ['x', callOf({ failures: { denied: 1, gone: 2 }, lastAt: '2026-11-01T00:00:50.000Z' })],
      ['y', callOf({ failures: { denied: 1 }, firstAt: '2026-11-01T00:00:10.000Z' })],
      ['z', callOf({ operation: 'iam:ListUsers' })],
    ] as const) {
      const writer = journal.begin({ name, account: accountId, region }, () => capturedAt);
      writer.calls([call]);
      await writer.commit();
    }
    await publishSnapshot(dir(), journal, facts);
    const sum = callOf({
      ...{ calls: 2, items: 4, attempts: 6, throttles: 2, milliseconds: 25 },
      failures: { denied: 2, gone: 2 },
      firstAt: '2026-11-01T00:00:10.000Z',
      lastAt: '2026-11-01T00:00:50.000Z',
    });
    const { calls } = await readSnapshot(dir());
    expect(calls).to.have.deep.members([sum, callOf({ operation: 'iam:ListUsers' })]);
  });

  it('completes a resumed capture under its first run id', async () => {
    await writeUnit(createJournal(dir(), planOf()), { name: 'x', resources: [a] });
    const again = planOf({ runId: 'run-2', startedAt: '2026-11-02T00:00:00.000Z' });
    const journal = resumeJournal(dir(), again);
    await writeUnit(journal, { name: 'y', resources: [b] });
    const manifest = await publishSnapshot(dir(), journal, { ...again, finishedAt });
    expect([manifest.runId, manifest.startedAt]).to.deep.equal(['run-1', planOf().startedAt]);
    expect((await readSnapshot(dir())).resources('iam.role')).to.deep.equal([a, b]);
  });

  it('refuses facts of another plan, an open unit, and a second publication', async () => {
    const journal = createJournal(dir(), planOf());
    const failure = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'none',
        (error: Error) => error.message,
      );
    expect(await failure(publishSnapshot(dir(), journal, { ...facts, regions: [] }))).to.include(
      'regions',
    );
    const writer = journal.begin({ name: 'x', account: accountId, region }, () => capturedAt);
    expect(await failure(publishSnapshot(dir(), journal, facts))).to.include('still being written');
    await writer.commit();
    await publishSnapshot(dir(), journal, facts);
    expect(await failure(publishSnapshot(dir(), journal, facts))).to.include('published already');
    expect(await verifySnapshot(dir())).to.deep.equal([]);
  });

  for (const [what, damage] of [
    [
      'an item was changed',
      (text: string) => text.replace('"path":{"s":"absent"}', '"path":{"s":"gone"}'),
    ],
    ['a line is missing', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['its end is missing', (text: string) => text.slice(0, text.lastIndexOf('{"unit"'))],
    ['a universe was changed', (text: string) => text.replace('"complete"', '"whole"')],
    ['it is empty', () => ''],
  ] as const)
    it(`refuses a unit whose file is damaged: ${what}`, async () => {
      const journal = createJournal(dir(), planOf());
      await writeUnit(journal, { name: 'x', resources: [a] });
      const path = join(dir(), '.journal/x.jsonl');
      fs.writeFileSync(path, damage(fs.readFileSync(path, 'utf8')));
      const error: unknown = await publishSnapshot(dir(), journal, facts).catch(
        (one: unknown) => one,
      );
      expect(error).to.be.instanceOf(UserError).with.property('exitCode', 5);
      expect(error).to.have.property('message').that.includes('x.jsonl is damaged');
      expect(fs.existsSync(join(dir(), 'manifest.json'))).to.equal(false);
    });
});
