import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../support/cli.ts';

const sound = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' },
};
const suspicious = { ...sound, Statement: { ...sound.Statement, Resource: 'arn:aws:s3:::models' } };
const wrong = { ...sound, Statement: { ...sound.Statement, Principal: '*' } };

describe('leastwise policy lint', function () {
  this.timeout(20_000);
  let directory = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-lint-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  function lint(
    args: readonly string[],
    input = '',
  ): { code: number | null; out: string; err: string } {
    const end = spawnSync(process.execPath, [main, 'policy', 'lint', ...args], {
      cwd: directory,
      input,
      encoding: 'utf8',
    });
    return { code: end.status, out: end.stdout, err: end.stderr };
  }

  function file(name: string, content: string | object): string {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(join(directory, name), text);
    return name;
  }

  it('says that it found nothing, with 0', () => {
    expect(lint([file('sound.json', sound)])).to.deep.equal({
      code: 0,
      out: 'sound.json: nothing found\n',
      err: '',
    });
  });

  it('names file, place, code and mend of each finding, one a line, with 1 for errors', () => {
    const { code, out } = lint([file('wrong.json', wrong), '--kind', 'identity']);
    expect({ code, out }).to.deep.equal({
      code: 1,
      out: 'wrong.json /Statement/Principal: error principal-not-allowed: a policy of type identity has no Principal: it applies to whom it is attached to; remove the element\n',
    });
  });

  it('takes the same document for a resource policy if nobody says what it is', () => {
    const { code, out } = lint([file('wrong.json', wrong)]);
    expect(code).to.equal(0);
    expect(out).to.match(/^wrong\.json \/Statement\/Principal: warning everyone: /);
  });

  it('ends with 0 for warnings, and with 1 if asked to fail on them', () => {
    const name = file('suspicious.json', suspicious);
    expect(lint([name]).code).to.equal(0);
    expect(lint([name, '--fail-on', 'warning']).code).to.equal(1);
    expect(lint([file('sound.json', sound), '--fail-on', 'warning']).code).to.equal(0);
  });

  it('prints JSON for programs, a file an entry', () => {
    const { code, out } = lint([
      ...['--json', file('sound.json', sound), file('suspicious.json', suspicious)],
    ]);
    const [first, second] = JSON.parse(out) as readonly {
      file: string;
      findings: readonly { level: string; code: string; at: string }[];
    }[];
    expect(code).to.equal(0);
    expect(first).to.deep.equal({ file: 'sound.json', findings: [] });
    expect(second?.findings.map(({ level, code, at }) => [level, code, at])).to.deep.equal([
      ['warning', 'resource-never-matches', '/Statement/Resource'],
    ]);
  });

  it('reads standard input', () => {
    const { code, out } = lint(['-'], JSON.stringify(sound));
    expect({ code, out }).to.deep.equal({ code: 0, out: '-: nothing found\n' });
  });

  const unreadable: readonly (readonly [what: string, text: string, message: string])[] = [
    [
      'a missing comma',
      '{"Version":"2012-10-17",\n  "Statement": [\n    {"Effect": "Allow" "Action": "s3:*"}\n  ]\n}',
      "in.json: not JSON at line 3, column 24: Expected ',' or '}' after property value",
    ],
    [
      'no end',
      '{"Version": ',
      'in.json: not JSON at line 1, column 13: Unexpected end of JSON input',
    ],
    ['an empty file', '', 'in.json: not JSON at line 1, column 1: Unexpected end of JSON input'],
    [
      'a name that is there twice',
      '{"Statement":{"Effect":"Deny","Action":"*","Effect":"Allow"}}',
      'in.json: /Statement/Effect is there twice, and only one can count; remove the other',
    ],
  ];
  for (const [what, text, message] of unreadable) {
    it(`names the place of ${what}, with 2`, () => {
      expect(lint([file('in.json', text)])).to.deep.equal({
        code: 2,
        out: '',
        err: `leastwise: ${message}\n`,
      });
    });
  }

  it('names a file that is not there, and standard input, with 2', () => {
    expect(lint(['none.json'])).to.deep.include({ code: 2, out: '' });
    expect(lint(['none.json']).err).to.match(/^leastwise: none\.json: cannot be read: ENOENT/);
    expect(lint(['-'], '{').err).to.match(
      /^leastwise: standard input: not JSON at line 1, column 2/,
    );
  });

  it('refuses a kind that there is not, with 2', () => {
    const { code, err } = lint([file('sound.json', sound), '--kind', 'bucket']);
    expect(code).to.equal(2);
    expect(err).to.contain('Allowed choices are identity, resource, trust, scp, rcp');
  });
});
