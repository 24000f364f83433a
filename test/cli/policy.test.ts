import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { allow, doc } from '../case/decide/build.ts';
import { leastwise } from '../support/cli.ts';

const role = 'arn:aws:iam::111122223333:role/Train';
const request = { principal: role, action: 's3:GetObject', resource: 'arn:aws:s3:::models/a' };

const account = ['--account', '111122223333'];

describe('leastwise policy', function () {
  this.timeout(20_000);
  let directory = '';

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-policy-'));
  });
  after(() => {
    rmSync(directory, { recursive: true });
  });

  function file(name: string, content: unknown): string {
    const path = join(directory, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const run = (...args: readonly string[]) => leastwise(['policy', ...args]);

  it('decides a case from a file, with 0 for allowed', async () => {
    const one = file('case.json', { request, policies: { identity: [doc(allow('s3:*'))] } });
    const { code, stdout } = await run('decide', one);
    expect({ code, stdout }).to.deep.equal({
      code: 0,
      stdout:
        "allowed\n  - statement 0 of identity[0] in the caller's identity policies allows it\n",
    });
  });

  it('decides from policies in files, with 1 for denied and 3 for unknown', async () => {
    const asked = [
      'decide',
      '--principal',
      role,
      '--action',
      's3:GetObject',
      '--resource',
      request.resource,
    ];
    const wide = file('wide.json', doc(allow('s3:*')));
    const odd = file('odd.json', { ...doc(allow('s3:*')), Version: '2020-01-01' });
    const codes = [
      (await run(...asked, '--identity', wide)).code,
      (await run(...asked)).code,
      (await run(...asked, '--identity', odd)).code,
    ];
    expect(codes).to.deep.equal([0, 1, 3]);
  });

  it('answers a batch line by line, in order, and goes on after a bad line', async () => {
    const batch = file(
      'batch.jsonl',
      [
        JSON.stringify({ id: 'a', request, policies: { identity: [doc(allow('s3:*'))] } }),
        '{"id":"b"',
        '',
        JSON.stringify({ id: 'c', request: { ...request, principal: 'nobody' } }),
        '{"id":"d","id":"e","request":{}}',
        JSON.stringify({ id: 'f', request }),
      ].join('\n'),
    );
    const { code, stdout, stderr } = await run('decide', '--batch', batch);
    const answers = stdout
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { id: string | null; decision?: string; error?: { code: string } },
      )
      .map(({ id, decision, error }) => [id, decision ?? error?.code]);
    expect(answers).to.deep.equal([
      ['a', 'allowed'],
      [null, 'bad-json'],
      ['c', 'bad-principal'],
      ['e', 'duplicate-key'],
      ['f', 'implicitly-denied'],
    ]);
    expect(code).to.equal(2);
    expect(stderr).to.include('3 of ');
  });

  it('names the file and the place of what it cannot read', async () => {
    const broken = file('broken.json', '{"Version": ');
    const { code, stderr } = await run('lint', broken);
    expect(code).to.equal(2);
    expect(stderr).to.include(broken);
  });

  it('lints with 1 for errors', async () => {
    const bad = file('bad.json', doc({ Effect: 'allow', Action: 's3:*', Resource: '*' }));
    const { code, stdout } = await run('lint', bad);
    expect(code).to.equal(1);
    expect(stdout).to.include('/Statement/0/Effect');
  });

  it('checks for new access with 0, 1 and 3', async () => {
    const narrow = file('narrow.json', doc(allow('s3:GetObject', 'arn:aws:s3:::b/*')));
    const wide = file('wide.json', doc(allow('s3:*')));
    const odd = file(
      'odd.json',
      doc(allow('s3:*', '*', { Condition: { StringSame: { 'x:K': 'a' } } })),
    );
    const codes = [
      (await run('check-no-new-access', narrow, wide, ...account)).code,
      (await run('check-no-new-access', wide, narrow, ...account)).code,
      (await run('check-no-new-access', wide, odd, ...account)).code,
    ];
    expect(codes).to.deep.equal([0, 1, 3]);
  });

  it('checks for public access and for access that must not be granted', async () => {
    const open = file('open.json', doc(allow('s3:GetObject', '*', { Principal: '*' })));
    const wide = file('wide.json', doc(allow('s3:*')));
    const answers = [
      await run('check-no-public-access', open, ...account),
      await run('check-access-not-granted', wide, '--actions', 's3:DeleteObject', ...account),
    ];
    expect(answers.map(({ code, stdout }) => [code, stdout.split('\n')[0]])).to.deep.equal([
      [1, 'FAIL'],
      [1, 'FAIL'],
    ]);
  });

  it('says what is missing on the command line', async () => {
    const { code, stderr } = await run('check-no-new-access');
    expect(code).to.equal(2);
    expect(stderr).to.include('give the policy files');
    const whose = await run('check-no-new-access', 'a.json', 'b.json');
    expect(whose.code).to.equal(2);
    expect(whose.stderr).to.include('--account');
  });
});
