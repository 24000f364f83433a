import { expect } from 'chai';
import fs from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '../../src/model/canonical.ts';
import { present } from '../../src/model/observed.ts';
import type { Manifest } from '../../src/model/snapshot.ts';
import { encodeItem } from '../../src/snapshot/item.ts';
import { manifestText, rootOf } from '../../src/snapshot/manifest.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { build } from '../support/build.ts';
import { capturedAt, captureInto } from '../support/capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const items = 'items/iam.role.jsonl.gz';
const roles = ['a', 'b', 'c'].map((name) => build('iam.role', { path: present('/ml/') }, { name }));

/** Another value for members of the manifest that no file speaks of. */
const edits: Partial<Manifest> = {
  regions: ['eu-west-1', 'us-east-1'],
  endpointOverride: 'http://127.0.0.1:1',
  jobsSince: '2020-01-01T00:00:00.000Z',
  account: '444455556666',
  caller: 'arn:aws:iam::444455556666:role/X',
  finishedAt: '2026-11-09T00:00:00.000Z',
  tool: { name: 'leastwise', version: '9' },
  sdk: {},
};

describe('verifying', () => {
  const directory = temporaryDirectory();
  let manifest: Manifest;

  beforeEach(async () => {
    manifest = await captureInto(directory(), [{ name: 'x', resources: roles }]);
    expect(await verifySnapshot(directory())).to.deep.equal([]);
  });

  /** What is wrong, as `path: problem`; reading must refuse the snapshot whenever something is. */
  async function mismatches(): Promise<readonly string[]> {
    const found = await verifySnapshot(directory());
    const read = await readSnapshot(directory()).then(
      () => 'accepted',
      (error: { exitCode?: number }) => error.exitCode,
    );
    const onlyExtra = found.every(({ problem }) => problem === 'is not a file of this snapshot');
    expect(read).to.equal(onlyExtra ? 'accepted' : 5);
    return found.map(({ path, problem }) => `${path}: ${problem.replaceAll(/[0-9a-f]{64}/g, '#')}`);
  }

  function write(path: string, bytes: string | Uint8Array): void {
    fs.writeFileSync(join(directory(), path), bytes);
  }

  /** Changes the role items and makes the digests fit again, as somebody who covers up would. */
  function forge(change: (text: string) => string, alsoRoot = true): void {
    const text = change(gunzipSync(fs.readFileSync(join(directory(), items))).toString());
    write(items, gzipSync(text));
    const bytes = fs.readFileSync(join(directory(), items));
    const lines = text.split('\n').length - 1;
    const entry = { path: items, bytes: bytes.length, sha256: sha256(bytes), lines };
    const files = manifest.files.map((file) => (file.path === items ? entry : file));
    seal({ ...manifest, files }, alsoRoot);
  }

  function seal(changed: Manifest, alsoRoot = true): void {
    const root = alsoRoot ? rootOf(changed) : manifest.root;
    write('manifest.json', manifestText({ ...changed, root }));
  }

  it('finds a flipped bit anywhere in any file', async () => {
    for (const path of ['manifest.json', ...manifest.files.map((file) => file.path)]) {
      const bytes = fs.readFileSync(join(directory(), path));
      for (let at = 0; at < bytes.length; at += 23) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
        write(path, flipped);
        const found = await verifySnapshot(directory()).catch((error: Error) => [error]);
        expect(found, `${path} at ${at}`).not.to.deep.equal([]);
      }
      write(path, bytes);
    }
  });

  it('finds a missing, an empty and an extra file, all at once', async () => {
    fs.rmSync(join(directory(), items));
    write('coverage.jsonl', '');
    write('items/kms.key.jsonl.gz', gzipSync(''));
    write('.hidden', '');
    expect(await mismatches()).to.deep.equal([
      '.hidden: is not a file of this snapshot',
      `coverage.jsonl: has 0 bytes, but the manifest says ${manifest.files[0]?.bytes}`,
      'coverage.jsonl: has the SHA-256 #, but the manifest says #',
      'coverage.jsonl: has 0 lines, but the manifest says 1',
      `${items}: is missing`,
      'items/kms.key.jsonl.gz: is not a file of this snapshot',
    ]);
  });

  it('accepts extra files when reading, and what a killed publication left of its journal', async () => {
    fs.mkdirSync(join(directory(), '.journal'));
    write('.journal/x.jsonl', '');
    expect(await mismatches()).to.deep.equal([]);
  });

  it('finds a file that is no gzip file or is cut off', async () => {
    const bytes = fs.readFileSync(join(directory(), items));
    write(items, bytes.subarray(0, -9));
    expect((await mismatches()).at(-1)).to.equal(`${items}: is not a whole gzip file`);
    fs.rmSync(join(directory(), items));
    fs.mkdirSync(join(directory(), items));
    expect(await mismatches()).to.deep.equal([`${items}: is missing`]);
  });

  it('finds a changed item though the digest of its file was computed anew', async () => {
    forge((text) => text.replace('/ml/', '/it/'));
    expect(await mismatches()).to.deep.equal([
      `${items}: line 1: its content does not fit its hash h`,
    ]);
  });

  it('finds a changed time of reading though it is outside of the hash', async () => {
    forge((text) => text.replace(capturedAt, '2026-11-01T00:00:40.000Z'), false);
    expect(await mismatches()).to.deep.equal([
      'manifest.json: does not fit its root: # is written, # is computed',
    ]);
  });

  it('finds a dropped item though all digests were computed anew', async () => {
    forge((text) => text.slice(text.indexOf('\n') + 1));
    expect(await mismatches()).to.deep.equal([
      `${items}: has 2 items, but coverage.jsonl counts 3`,
    ]);
  });

  it('finds lines of bad form, order, kind and count', async () => {
    const bucket = encodeItem(build('s3.bucket'), capturedAt);
    forge((text) => {
      const [first = '', second = ''] = text.split('\n');
      return [second, first, second, bucket, '', first.slice(0, -1), 'cut off'].join('\n');
    });
    expect(await mismatches()).to.deep.equal([
      `${items}: has a last line that is cut off`,
      `${items}: line 2: it is out of order`,
      `${items}: line 3: ${roles[1]?.id} stands there twice`,
      `${items}: line 4: it is of kind s3.bucket`,
      `${items}: line 5: it is not JSON`,
      `${items}: line 6: it is not JSON`,
      `${items}: line 7: it is not JSON`,
      `${items}: has 7 lines, but the manifest says 6`,
    ]);
  });

  it('finds lines of the coverage of bad form and order', async () => {
    const good = fs.readFileSync(join(directory(), 'coverage.jsonl'), 'utf8').trimEnd();
    const lines = [
      '{"universe":1}',
      good.replace('"items":3', '"items":-1'),
      good.replace('"kind"', ' "kind"'),
      '{}',
      good,
      '{"call":{}}',
    ];
    const text = `${lines.join('\n')}\n`;
    write('coverage.jsonl', text);
    const entry = { path: 'coverage.jsonl', bytes: text.length, sha256: sha256(text), lines: 6 };
    seal({ ...manifest, files: [entry, ...manifest.files.slice(1)] });
    expect(await mismatches()).to.deep.equal([
      'coverage.jsonl: line 1: it.universe is not an object',
      'coverage.jsonl: line 2: it.universe.items is not a whole number from 0',
      'coverage.jsonl: line 3: it is not canonical JSON (RFC 8785)',
      'coverage.jsonl: line 4: it is not one universe or one call',
      'coverage.jsonl: line 5: it is out of order',
      'coverage.jsonl: line 6: it is out of order',
    ]);
  });

  for (const [member, value] of Object.entries(edits))
    it(`finds that ${member} of the manifest was edited`, async () => {
      seal({ ...manifest, [member]: value }, false);
      expect((await mismatches())[0]).to.match(/^manifest\.json: does not fit its root/);
    });

  it('finds an edited root', async () => {
    seal({ ...manifest, root: '0'.repeat(64) }, false);
    write('manifest.json', manifestText({ ...manifest, root: '0'.repeat(64) }));
    expect(await mismatches()).to.deep.equal([
      'manifest.json: does not fit its root: # is written, # is computed',
    ]);
  });

  it('finds a kind that was taken out of the manifest', async () => {
    seal({ ...manifest, kinds: ['s3.bucket'] });
    expect(await mismatches()).to.deep.equal([
      `manifest.json: lists ${items}, which is not a file of this snapshot`,
    ]);
  });

  it('never opens a file outside of the snapshot', async () => {
    const files = manifest.files.map((file) => ({ ...file, path: `../${file.path}` }));
    seal({ ...manifest, files });
    expect((await mismatches()).filter((one) => !one.startsWith('manifest'))).to.deep.equal([
      'coverage.jsonl: is not a file of this snapshot',
      `${items}: is not a file of this snapshot`,
      'items/s3.bucket.jsonl.gz: is not a file of this snapshot',
    ]);
  });

  for (const [what, text] of [
    ['no JSON', '{'],
    ['not an object', '[]'],
    ['without members', '{"schema":"leastwise-snapshot/1"}'],
  ] as const)
    it(`tells of a manifest that is ${what}`, async () => {
      write('manifest.json', text);
      expect((await mismatches()).map((one) => one.slice(0, 15))).to.deep.equal([
        'manifest.json: ',
      ]);
    });

  it('finds a manifest that is written in another form', async () => {
    write('manifest.json', JSON.stringify(manifest, null, 2));
    expect(await mismatches()).to.deep.equal(['manifest.json: is not canonical JSON (RFC 8785)']);
  });
});
