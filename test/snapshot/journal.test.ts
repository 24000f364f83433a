import { expect } from 'chai';
import fs from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/model/user-error.ts';
import { createJournal, resumeJournal } from '../../src/snapshot/journal.ts';
import { readPlan, type Plan } from '../../src/snapshot/plan.ts';
import { accountId, build, region } from '../support/build.ts';
import { capturedAt, captureInto, claimOf, planOf, writeUnit } from '../support/capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const roles = { name: 'iam@global', resources: [build('iam.role')] };
const now = (): string => capturedAt;

describe('creating a journal', () => {
  const directory = temporaryDirectory();

  it('makes the directory, for its owner alone', () => {
    const dir = join(directory(), 'a', 'b');
    const journal = createJournal(dir, planOf());
    expect([...journal.done]).to.deep.equal([]);
    expect(journal.plan).to.deep.equal(planOf());
    for (const path of ['', '.journal'])
      expect(fs.statSync(join(dir, path)).mode & 0o777).to.equal(0o700);
    expect(fs.statSync(join(dir, '.journal/plan.json')).mode & 0o777).to.equal(0o600);
  });

  it('takes an empty directory and one where a capture ended before its plan was written', () => {
    fs.chmodSync(directory(), 0o755);
    createJournal(directory(), planOf());
    expect(fs.statSync(directory()).mode & 0o777).to.equal(0o700);
    fs.renameSync(
      join(directory(), '.journal/plan.json'),
      join(directory(), '.journal/plan.json.tmp'),
    );
    createJournal(directory(), planOf({ runId: 'run-2' }));
    expect(readPlan(directory())?.runId).to.equal('run-2');
  });

  it('refuses a directory with foreign files and leaves them', () => {
    fs.writeFileSync(join(directory(), 'notes.txt'), 'mine');
    expect(() => createJournal(directory(), planOf())).to.throw(UserError, /not empty/);
    expect(fs.readdirSync(directory())).to.deep.equal(['notes.txt']);
  });

  it('refuses a directory that holds a snapshot', async () => {
    await captureInto(directory(), [roles]);
    expect(() => createJournal(directory(), planOf())).to.throw(UserError, /a snapshot already/);
  });

  it('refuses a directory that holds an interrupted capture', async () => {
    await writeUnit(createJournal(directory(), planOf()), roles);
    expect(() => createJournal(directory(), planOf())).to.throw(UserError, /--resume/);
    expect([...resumeJournal(directory(), planOf()).done]).to.deep.equal(['iam@global']);
  });

  it('refuses a path that leads through a file', () => {
    fs.writeFileSync(join(directory(), 'file'), '');
    const path = join(directory(), 'file', 'snapshot');
    expect(() => createJournal(path, planOf())).to.throw(UserError, /is a file/);
    expect(() => createJournal(join(directory(), 'file'), planOf())).to.throw(
      UserError,
      /is a file/,
    );
  });
});

describe('resuming a journal', () => {
  const directory = temporaryDirectory();

  it('knows the finished units and throws unfinished ones away', async () => {
    const first = createJournal(directory(), planOf());
    await writeUnit(first, roles);
    await writeUnit(first, { name: 'a/b: ü%@*', resources: [] });
    first
      .begin({ name: 's3@global', account: accountId, region }, now)
      .resource(build('s3.bucket'));
    const resumed = resumeJournal(directory(), planOf());
    expect([...resumed.done].sort()).to.deep.equal(['a/b: ü%@*', 'iam@global']);
    expect(fs.readdirSync(join(directory(), '.journal')).filter((name) => name.endsWith('.tmp'))).to
      .be.empty;
    await writeUnit(resumed, { name: 's3@global', resources: [] });
  });

  it('keeps the run id and the start of the first run', () => {
    createJournal(directory(), planOf());
    const again = planOf({ runId: 'run-2', startedAt: '2026-11-02T00:00:00.000Z' });
    expect(resumeJournal(directory(), again).plan).to.deep.equal(planOf());
  });

  it('accepts another session of the same role', () => {
    const session = (name: string): Plan =>
      planOf({ caller: `arn:aws:sts::${accountId}:assumed-role/Auditor/${name}` });
    createJournal(directory(), session('one'));
    expect(resumeJournal(directory(), session('two')).plan).to.deep.equal(session('one'));
    const other = planOf({ caller: `arn:aws:sts::${accountId}:assumed-role/Admin/two` });
    expect(() => resumeJournal(directory(), other)).to.throw(UserError, /another caller/);
  });

  const others: { readonly [M in Exclude<keyof Plan, 'runId' | 'startedAt'>]: Plan[M] } = {
    tool: { name: 'leastwise', version: '0.0.1' },
    partition: 'aws-cn',
    account: '444455556666',
    caller: `arn:aws:iam::${accountId}:role/Admin`,
    regions: [region, 'us-east-1'],
    regionScope: 'all-enabled',
    kinds: ['iam.role'],
    jobsSince: '2026-08-04T00:00:00.000Z',
    endpointOverride: 'http://127.0.0.1:5000',
    allowList: '1'.repeat(64),
    sdk: {},
  };
  for (const [member, value] of Object.entries(others))
    it(`refuses another ${member}`, () => {
      createJournal(directory(), planOf());
      expect(() => resumeJournal(directory(), planOf({ [member]: value })))
        .to.throw(UserError, `another ${member}`)
        .with.property('exitCode', 2);
    });

  it('refuses when there is nothing to resume', async () => {
    expect(() => resumeJournal(directory(), planOf())).to.throw(
      UserError,
      /no interrupted capture/,
    );
    expect(() => resumeJournal(join(directory(), 'x'), planOf())).to.throw(
      UserError,
      /no interrupted/,
    );
    await captureInto(directory(), [roles]);
    expect(() => resumeJournal(directory(), planOf())).to.throw(UserError, /complete snapshot/);
  });

  it('refuses a plan that cannot be read', () => {
    createJournal(directory(), planOf());
    const path = join(directory(), '.journal/plan.json');
    for (const text of ['{', '[]', fs.readFileSync(path, 'utf8').replace('/1"', '/2"')]) {
      fs.writeFileSync(path, text);
      expect(() => resumeJournal(directory(), planOf())).to.throw(
        UserError,
        /plan\.json cannot be read/,
      );
    }
  });
});

describe('a unit of the journal', () => {
  const directory = temporaryDirectory();
  const identity = { name: 'iam@global', account: accountId, region };

  it('is written to the disk as it grows', async () => {
    const writer = createJournal(directory(), planOf()).begin(identity, now);
    const resource = build('iam.role', {}, { name: 'x'.repeat(1000) });
    for (let count = 0; count < 100; count += 1) writer.resource(resource);
    const { size } = fs.statSync(join(directory(), '.journal/iam@global.jsonl.tmp'));
    expect(size).to.be.greaterThan(50_000);
    await writer.abandon();
  });

  it('cannot be begun twice', async () => {
    const journal = createJournal(directory(), planOf());
    const writer = journal.begin(identity, now);
    expect([...journal.open]).to.deep.equal(['iam@global']);
    expect(() => journal.begin(identity, now)).to.throw(/second time/);
    await writer.commit();
    expect([...journal.open]).to.deep.equal([]);
    expect(() => journal.begin(identity, now)).to.throw(/second time/);
  });

  it('is not written by two captures at once', () => {
    const journal = createJournal(directory(), planOf());
    fs.writeFileSync(join(directory(), '.journal/iam@global.jsonl.tmp'), '');
    expect(() => journal.begin(identity, now)).to.throw(UserError, /another capture/);
    expect([...journal.open]).to.deep.equal([]);
  });

  it('leaves nothing when abandoned, and can be begun again', async () => {
    const journal = createJournal(directory(), planOf());
    const writer = journal.begin(identity, now);
    writer.resource(build('iam.role'));
    await writer.abandon();
    expect(fs.readdirSync(join(directory(), '.journal'))).to.deep.equal(['plan.json']);
    expect([...journal.done]).to.deep.equal([]);
    await journal.begin(identity, now).commit();
    expect([...journal.done]).to.deep.equal(['iam@global']);
  });

  it('takes nothing after its end', async () => {
    const journal = createJournal(directory(), planOf());
    const writer = journal.begin(identity, now);
    await writer.commit();
    expect(() => writer.resource(build('iam.role'))).to.throw(/takes no more/);
    expect(() => writer.universe(claimOf('iam.role'))).to.throw(/takes no more/);
    await writer.abandon();
    expect([...journal.done]).to.deep.equal(['iam@global']);
  });
});
