import { expect } from 'chai';
import { absent, present } from '../../src/model/observed.ts';
import type { Resource } from '../../src/model/resource.ts';
import { compareSnapshots } from '../../src/snapshot/compare.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { build, completeUniverse, snapshotOf } from '../support/build.ts';
import { captureInto, claimOf, planOf } from '../support/capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

function role(name: string, fields: Parameters<typeof build<'iam.role'>>[1] = {}): Resource {
  return build('iam.role', fields, { name, id: name });
}

describe('comparing snapshots', () => {
  const directory = temporaryDirectory();

  it('finds two captures of an unchanged account equal, whatever was volatile', async () => {
    const lastUsed = (at: string): object => ({ lastUsed: present({ at, region: 'eu-west-1' }) });
    for (const [day, run] of ['01', '02'].entries())
      await captureInto(
        `${directory()}/${day}`,
        [
          {
            name: 'iam',
            resources: [role('a', lastUsed(run)), role('b')],
            universes: [claimOf('iam.role'), claimOf('s3.bucket')],
            at: `2026-11-${run}T00:00:00.000Z`,
          },
        ],
        planOf({ runId: run }),
      );
    const [before, after] = await Promise.all(
      [0, 1].map((day) => readSnapshot(`${directory()}/${day}`)),
    );
    if (before === undefined || after === undefined) throw new Error('two snapshots were read');
    expect(before.manifest.root).not.to.equal(after.manifest.root);
    expect(compareSnapshots(before, after)).to.deep.equal([]);
  });

  it('names what was added, removed and changed', () => {
    const before = snapshotOf([role('a'), role('b'), role('c')]);
    const after = snapshotOf([
      role('d'),
      role('c', { path: present('/') }),
      role('b', { lastUsed: absent }),
    ]);
    expect(compareSnapshots(before, after)).to.deep.equal([
      { kind: 'iam.role', added: ['d'], removed: ['a'], changed: ['c'], certain: true },
    ]);
  });

  for (const [what, universes] of [
    ['is not complete', [{ ...completeUniverse('iam.role'), end: 'truncated' as const }]],
    ['is missing', []],
    ['is of another region', [completeUniverse('iam.role', 'us-east-1')]],
    ['is of another window', [{ ...completeUniverse('iam.role'), since: '2026-11-01T00:00:00Z' }]],
  ] as const)
    it(`is not certain of a kind whose list ${what}`, () => {
      const whole = snapshotOf([], [completeUniverse('iam.role')]);
      const other = snapshotOf([], universes);
      const differences = compareSnapshots(whole, other);
      expect(differences.find(({ kind }) => kind === 'iam.role')).to.deep.equal({
        kind: 'iam.role',
        added: [],
        removed: [],
        changed: [],
        certain: false,
      });
    });
});
