import { expect } from 'chai';
import fs from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../src/model/canonical.ts';
import { present } from '../../src/model/observed.ts';
import { kinds, type Resource } from '../../src/model/resource.ts';
import { UserError } from '../../src/model/user-error.ts';
import { createJournal } from '../../src/snapshot/journal.ts';
import { rootOf } from '../../src/snapshot/manifest.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { build } from '../support/build.ts';
import { captureInto, claimOf, planOf, writeUnit } from '../support/capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const roles = ['b', 'a'].map((name) => build('iam.role', { path: present('/') }, { name }));

describe('reading a snapshot', () => {
  const directory = temporaryDirectory();

  async function refusal(): Promise<UserError> {
    const read: unknown = await readSnapshot(directory()).catch((error: unknown) => error);
    expect(read).to.be.instanceOf(UserError);
    // Both must agree on what is no snapshot at all.
    const verified: unknown = await verifySnapshot(directory()).catch((error: unknown) => error);
    if ((read as UserError).exitCode === 2) expect(verified).to.deep.equal(read);
    return read as UserError;
  }

  it('gives back the resources of every kind, sorted, and the universes', async () => {
    const one = kinds.map((kind) => build(kind) as Resource);
    const plan = planOf({ kinds });
    const manifest = await captureInto(
      directory(),
      [{ name: 'x', resources: [...roles, ...one] }],
      plan,
    );
    const snapshot = await readSnapshot(directory());
    expect(snapshot.manifest).to.deep.equal(manifest);
    expect(snapshot.resources('iam.role').map((role) => role.name)).to.deep.equal([
      'a',
      'b',
      'example',
    ]);
    for (const kind of kinds.filter((name) => name !== 'iam.role'))
      expect(snapshot.resources(kind)).to.deep.equal([build(kind)]);
    expect(snapshot.universes).to.have.deep.members(
      kinds.map((kind) => claimOf(kind, { items: kind === 'iam.role' ? 3 : 1 })),
    );
    expect(snapshot.calls).to.deep.equal([]);
    expect(await verifySnapshot(directory())).to.deep.equal([]);
  });

  it('refuses a directory that is not there, is a file, or is something else', async () => {
    fs.writeFileSync(join(directory(), 'file'), '');
    for (const [dir, message] of [
      [join(directory(), 'none'), /no directory/],
      [join(directory(), 'file'), /is a file/],
      [directory(), /not a snapshot/],
    ] as const) {
      const error: unknown = await readSnapshot(dir).catch((one: unknown) => one);
      expect(error).to.be.instanceOf(UserError).with.property('exitCode', 2);
      expect(error).to.have.property('message').that.matches(message);
    }
  });

  it('says how to complete an interrupted capture', async () => {
    await writeUnit(createJournal(directory(), planOf()), { name: 'x', resources: roles });
    const error = await refusal();
    expect(error.exitCode).to.equal(2);
    expect(error.message).to.match(/interrupted.*--resume/);
  });

  it('refuses another version of the format', async () => {
    await captureInto(directory(), []);
    const path = join(directory(), 'manifest.json');
    fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace('snapshot/1', 'snapshot/2'));
    const error = await refusal();
    expect(error.exitCode).to.equal(2);
    expect(error.message).to.include('leastwise-snapshot/2');
  });

  it('names file and line of what does not match, with exit code 5', async () => {
    const manifest = await captureInto(directory(), [{ name: 'x', resources: roles }]);
    const coverage = join(directory(), 'coverage.jsonl');
    const bytes = fs.readFileSync(coverage);
    fs.writeFileSync(coverage, bytes.toString().replace('complete', 'denied'));
    const changed = await refusal();
    expect(changed.exitCode).to.equal(5);
    expect(changed.message).to.include(`${coverage}: has ${bytes.length - 2} bytes`);

    const files = manifest.files.map((file) => ({
      ...file,
      path: file.path.replace('iam.role', '../x'),
    }));
    const forged = { ...manifest, files };
    fs.writeFileSync(
      join(directory(), 'manifest.json'),
      `${canonicalJson({ ...forged, root: rootOf({ ...forged, root: undefined } as never) })}\n`,
    );
    const outside = await refusal();
    expect(outside.exitCode).to.equal(5);
    expect(outside.message).to.include('does not list items/iam.role.jsonl.gz');
  });
});
