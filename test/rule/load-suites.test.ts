import { expect } from 'chai';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../src/model/user-error.ts';
import { assertDistinct, loadRules, loadSpecFiles } from '../../src/rule/load-suites.ts';
import { listedRule } from '../support/run-info.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const rootAccess = {
  id: 'hygiene/notebook-has-no-root',
  code: 'HYG-01',
  title: 't',
  severity: 'high',
  why: 'w',
  fix: 'f',
  on: 'sagemaker.notebook-instance',
  needs: ['rootAccess'],
  uses: ['kms.key'],
  params: { days: 1 },
};

/** A module that exports a rule with these members changed. */
function ruleText(changes: Readonly<Record<string, unknown>> = {}): string {
  const members = JSON.stringify({ ...rootAccess, ...changes });
  return `export default { ...${members}, check: () => ({ verdict: 'pass' }) };\n`;
}

const directory = temporaryDirectory();

function write(name: string, text: string): void {
  const path = join(directory(), name);
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, text);
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(UserError);
  return outcome instanceof Error ? outcome.message : '';
}

describe('loading rules from a folder', () => {
  beforeEach(() => {
    write('package.json', '{"type":"module"}');
  });

  it('finds modules in topics, sorted by id, and leaves specs, tests, helpers and maps out', async () => {
    write('hygiene/notebook-has-no-root.js', ruleText());
    write('access/plain.mjs', ruleText({ id: 'access/plain', code: 'ACC-01' }));
    for (const name of [
      'hygiene/a.spec.ts',
      'hygiene/a.test.js',
      'hygiene/a.d.ts',
      'hygiene/_helper.ts',
      'control/nist.ts',
      'node_modules/x/y.js',
      '.hidden/z.js',
      'access.yaml',
    ]) {
      write(name, 'throw new Error("must not be imported");');
    }
    const rules = await loadRules(directory());
    expect(rules.map((rule) => rule.id)).to.deep.equal(['access/plain', rootAccess.id]);
  });

  it('loads TypeScript, of ES modules and of CommonJS folders', async () => {
    const text = ruleText().replace('export default', 'enum Level { Low }\nconst made: object =');
    write('hygiene/notebook-has-no-root.ts', `${text}export default made;\nvoid Level.Low;`);
    write('old/package.json', '{}');
    write(
      'old/plain.ts',
      `const x: number = 1;\n${ruleText({ id: 'old/plain', code: 'OLD-01' })}void x;`,
    );
    const rules = await loadRules(directory());
    expect(rules.map((rule) => rule.code)).to.deep.equal(['HYG-01', 'OLD-01']);
  });

  it('reads a file again that has changed', async () => {
    const name = 'hygiene/notebook-has-no-root.js';
    const titles = [];
    for (const title of ['one', 'two']) {
      write(name, ruleText({ title }));
      titles.push((await loadRules(directory()))[0]?.title);
    }
    expect(titles).to.deep.equal(['one', 'two']);
  });

  const refused: readonly [string, Readonly<Record<string, unknown>>][] = [
    ['id is "a/b", expected "hygiene/notebook-has-no-root": the id is the path', { id: 'a/b' }],
    ['title must be a text', { title: '' }],
    ['fix must be a text', { fix: 3 }],
    ['severity is "grave", expected one of info, low', { severity: 'grave' }],
    ['on is "sagemaker.notebook", not a kind', { on: 'sagemaker.notebook' }],
    ['needs names "rootAcces", no field of sagemaker.notebook-instance', { needs: ['rootAcces'] }],
    ['uses names "kms", no kind', { uses: ['kms'] }],
    ['params.days must be', { params: { days: null } }],
    ['needs must be a list', { needs: 'rootAccess' }],
  ];
  for (const [message, changes] of refused) {
    it(`refuses a rule whose ${message}`, async () => {
      write('hygiene/notebook-has-no-root.js', ruleText(changes));
      const said = await messageOf(loadRules(directory()));
      expect(said).to.contain('notebook-has-no-root.js: ');
      expect(said).to.contain(message);
    });
  }

  it('refuses what is no rule, naming the file', async () => {
    write('hygiene/x.js', 'export const rule = 1;');
    expect(await messageOf(loadRules(directory()))).to.match(
      /x\.js: the default export is not a rule/,
    );
    write(
      'hygiene/x.js',
      'export default { id: "hygiene/x", code: "X", title: "t", why: "w", fix: "f", severity: "low" };',
    );
    expect(await messageOf(loadRules(directory()))).to.match(/x\.js: check must be a function/);
    write('hygiene/x.js', 'throw new Error("boom")');
    expect(await messageOf(loadRules(directory()))).to.match(
      /x\.js: the rule cannot be loaded: Error: boom/,
    );
  });

  it('refuses rules that are not in a topic, so that none is silently left out', async () => {
    write('rule.js', ruleText());
    expect(await messageOf(loadRules(directory()))).to.contain('rules live in <topic>/<rule>');
    fs.rmSync(join(directory(), 'rule.js'));
    write('topic/deep/rule.js', ruleText());
    expect(await messageOf(loadRules(directory()))).to.contain('rules live in <topic>/<rule>');
  });

  it('refuses links to folders, and a folder that is not there', async () => {
    fs.symlinkSync(join(directory(), 'elsewhere'), join(directory(), 'topic'));
    expect(await messageOf(loadRules(directory()))).to.contain('links to folders are not followed');
    expect(await messageOf(loadRules(join(directory(), 'none')))).to.contain('cannot be read');
  });

  it('refuses two rules of one id or code', () => {
    const first = listedRule({ id: 'a/b', code: 'A-01' });
    expect(() => {
      assertDistinct([first, listedRule({ id: 'a/c', code: 'A-01' })]);
    }).to.throw(UserError, 'a/c: its code A-01 is that of a/b');
    expect(() => {
      assertDistinct([first, listedRule({ id: 'a/b', code: 'A-02' })]);
    }).to.throw(UserError, 'two rules of this id');
  });
});

describe('finding spec files', () => {
  it('gives their paths and rule ids, sorted, from any depth', async () => {
    for (const name of ['b.spec.js', 'a/deep/c.spec.ts', 'a/x.spec.mjs', 'a/x.test.ts', 'a/x.ts']) {
      write(name, '');
    }
    expect(await loadSpecFiles(directory())).to.deep.equal([
      { path: join(directory(), 'a/deep/c.spec.ts'), id: 'spec/a/deep/c.spec.ts' },
      { path: join(directory(), 'a/x.spec.mjs'), id: 'spec/a/x.spec.mjs' },
      { path: join(directory(), 'b.spec.js'), id: 'spec/b.spec.js' },
    ]);
  });
});
