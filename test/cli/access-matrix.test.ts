import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseCsv } from '../../src/collect/reply/csv.ts';
import { accessMatrixCommand } from '../../src/cli/command/access-matrix.ts';
import { csvRow } from '../../src/cli/csv.ts';
import { captureSandbox } from '../support/capture-sandbox.ts';
import { leastwise, type CliEnd } from '../support/cli.ts';
import { recordingShell } from '../support/recording-shell.ts';

const iam = 'arn:aws:iam::111122223333';

interface Json {
  readonly actions: readonly string[];
  readonly principals: number;
  readonly certain: boolean;
  readonly buckets: readonly {
    readonly bucket: string;
    readonly access: readonly {
      readonly action: string;
      readonly yes: readonly string[];
      readonly may: readonly string[];
    }[];
  }[];
  readonly missing: readonly unknown[];
}

describe('leastwise access-matrix', function () {
  this.timeout(120_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-matrix-'));
    await captureSandbox(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  const run = (...args: string[]): Promise<CliEnd> =>
    leastwise(['access-matrix', ...args, '--snapshot', 'snapshot'], { cwd: directory });

  const rowsOf = (json: Json): readonly (readonly string[])[] =>
    json.buckets.flatMap(({ bucket, access }) =>
      access.flatMap(({ action, yes, may }) => [
        ...yes.map((principal) => [principal, bucket, action, 'yes']),
        ...may.map((principal) => [principal, bucket, action, 'may']),
      ]),
    );

  it('lists for each bucket who reads, writes and deletes its objects', async () => {
    const { stdout, stderr } = await run();
    expect(stderr).to.equal('');
    const lines = stdout.split('\n');
    expect(lines[0]).to.match(
      /^Who can do what to the objects of 12 buckets\? Asked of \d+ roles and users\.$/,
    );
    const everywhere = lines.indexOf('on every bucket');
    expect(lines[everywhere + 1]).to.match(/^ {2}read {4}role\/BreakGlass, role\/MLPlatformAdmin/);
    const at = lines.indexOf('acme-churn-models');
    const churn = lines.slice(at + 1, lines.indexOf('', at)).join(' ');
    expect(churn).to.match(/ write .*user\/score-export.* delete /);
    // Told above, and not again.
    expect(churn.slice(0, churn.indexOf('delete'))).to.not.contain('role/BreakGlass');
    expect(lines).to.include(
      'Not in the table are the root user and everybody outside the account: they are told by who-can.',
    );
  });

  it('says the same as who-can, in JSON and in CSV', async () => {
    const asked = ['--action', 's3:GetObject', 's3:PutObject'] as const;
    const { code, stdout } = await run(...asked, '--json');
    const json = JSON.parse(stdout) as Json;
    expect(code).to.equal(json.certain ? 0 : 3);
    expect(json.actions).to.deep.equal(['s3:GetObject', 's3:PutObject']);
    const csv = await run(...asked, '--csv');
    expect({ code: csv.code, stderr: csv.stderr }).to.deep.equal({ code, stderr: '' });
    expect(csv.stdout.endsWith('\r\n')).to.equal(true);
    const [head, ...rows] = parseCsv(csv.stdout);
    expect(head).to.deep.equal(['principal', 'bucket', 'action', 'answer']);
    expect(rows).to.deep.equal(rowsOf(json));
    const bucket = 'arn:aws:s3:::acme-churn-models';
    const who = await leastwise(
      ['who-can', 's3:PutObject', `${bucket}/*`, '--json', '--snapshot', 'snapshot'],
      { cwd: directory },
    );
    const { principals } = JSON.parse(who.stdout) as {
      readonly principals: readonly Record<'sort' | 'name' | 'is', string>[];
    };
    const own = principals
      .filter(({ sort }) => sort === 'role' || sort === 'user')
      .map(({ name, is }) => [name, bucket, 's3:PutObject', is]);
    expect(
      rows.filter((row) => row[1] === bucket && row[2] === 's3:PutObject'),
    ).to.have.deep.members(own);
    expect(rows).to.deep.include([`${iam}:user/score-export`, bucket, 's3:PutObject', 'yes']);
  });

  it('tells a person at a terminal what takes time', async () => {
    const { shell, told } = recordingShell();
    const args = ['--csv', '--action', 's3:GetObject', '--snapshot', join(directory, 'snapshot')];
    await accessMatrixCommand(shell).parseAsync(args, { from: 'user' });
    expect(told.status).to.equal('s3:GetObject (1 of 1) on 12 buckets ...\n');
  });

  it('is not certain where roles or policies are missing, and says so beside the data', async () => {
    const few = join(directory, 'few');
    mkdirSync(few);
    await captureSandbox(few, { flags: ['--only', 's3.bucket'] });
    const args = ['access-matrix', '--action', 's3:PutObject', '--snapshot', 'snapshot'];
    const csv = await leastwise([...args, '--csv'], { cwd: few });
    expect(csv.code).to.equal(3);
    expect(csv.stderr).to.contain('Not known: all iam.role');
    expect(csv.stdout).to.not.contain('Not known');
    const text = await leastwise(args, { cwd: few });
    expect(text.code).to.equal(3);
    expect(text.stdout).to.contain('There may be more: what is not known may let somebody in.');
    expect(text.stdout).to.not.contain('No other');
    const json = await leastwise([...args, '--json'], { cwd: few });
    const { certain, missing } = JSON.parse(json.stdout) as Json;
    expect({ certain, isMissing: missing.length > 0 }).to.deep.equal({
      certain: false,
      isMissing: true,
    });
  });

  it('says that there is nothing to tell of an account without buckets', async () => {
    const none = join(directory, 'none');
    mkdirSync(none);
    await captureSandbox(none, { text: "{ id: '111122223333', regions: [eu-west-1] }" });
    const { code, stdout, stderr } = await leastwise(['access-matrix', '--snapshot', 'snapshot'], {
      cwd: none,
    });
    expect({ code, stdout }).to.deep.equal({ code: 6, stdout: '' });
    expect(stderr).to.contain('nothing in the snapshot fits arn:aws:s3:::*');
  });

  const mistakes: readonly (readonly [readonly string[], string])[] = [
    [['--action', 's3:GetObjekt'], 'did you mean s3:GetObject?'],
    [['--action', 's3:ListBucket'], 's3:ListBucket is not about objects in buckets'],
    [['--action', 'sagemaker:CreateModel'], 'is not about objects in buckets; ask who-can'],
    [['--csv', '--json'], "option '--csv' cannot be used with option '--json'"],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.contain(message);
    });
  }
});

describe('A row of CSV', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['', ''],
    [' a', '" a"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    [' =1', "' =1"],
    ['\uff1d1', "'\uff1d1"],
    ['a\r\n=1', 'a\\r\\n=1'],
    ['\t=1', '\\t=1'],
    ['\u001b[2J\u202e', '\\x1b[2J\\u{202e}'],
  ];
  for (const [cell, written] of cases) {
    it(`writes ${JSON.stringify(cell)} safely`, () => {
      expect(csvRow([cell, 'b'])).to.equal(`${written},b\r\n`);
    });
  }
});
