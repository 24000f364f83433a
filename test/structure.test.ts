import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

// The promises of the architecture, as tests.

const root = new URL('..', import.meta.url).pathname;
const sources = list('src');
const rules = list('suites').filter((file) => !file.endsWith('.spec.ts'));

/** Who may import whom: a room, and the rooms it may look into. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  yaml: ['model'],
  facts: ['model'],
  policy: ['model', 'facts'],
  decide: ['model', 'policy', 'facts'],
  reach: ['model', 'policy', 'facts', 'decide'],
  account: ['model', 'policy', 'facts', 'decide', 'reach'],
  snapshot: ['model', 'policy'],
  collect: ['model', 'policy', 'snapshot'],
  sandbox: ['model', 'yaml'],
  rule: ['model', 'policy', 'account'],
  contract: ['model', 'yaml', 'policy', 'account', 'rule'],
  report: ['model'],
  cli: [
    ...['model', 'yaml', 'facts', 'policy', 'decide', 'reach', 'account', 'snapshot', 'collect'],
    ...['sandbox', 'rule', 'contract', 'report'],
  ],
  suites: ['rule', 'model'],
  'index.ts': [
    ...['model', 'decide', 'account', 'snapshot', 'collect', 'sandbox', 'rule', 'contract'],
    'report',
  ],
};

describe('The house', () => {
  it('has nothing else at its top', () => {
    const allowed = [
      ...['package.json', 'package-lock.json', 'tsconfig.json', '.mocharc.json', 'README.md'],
      ...['LICENSE', 'src', 'suites', 'test', '.ci', '.gitignore', '.prettierignore'],
    ];
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
    const tops = new Set(
      tracked
        .split('\n')
        .filter(Boolean)
        .map((file) => file.split('/')[0] ?? ''),
    );
    expect([...tops].filter((top) => !allowed.includes(top))).to.deep.equal([]);
  });

  it('has rooms that import one way only', () => {
    const wrong = [...sources, ...rules].flatMap((file) => {
      const room = roomOf(file);
      const allowed = mayImport[room];
      if (allowed === undefined) return [`${file}: no rule for the room ${room}`];
      return importsOf(file)
        .filter((other) => other !== room && !allowed.includes(other))
        .map((other) => `${file} imports ${other}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it('keeps the AWS SDK in collect, mocha and chai in rule, the process in cli', () => {
    const wrong = sources.flatMap((file) => {
      const text = readFileSync(`${root}${file}`, 'utf8');
      const room = roomOf(file);
      return [
        ...(room !== 'collect' && /from '@(aws-sdk|smithy)\//.test(text)
          ? [`${file}: AWS SDK`]
          : []),
        ...(room !== 'rule' && /from '(mocha|chai)'/.test(text) ? [`${file}: mocha or chai`] : []),
        ...(room !== 'cli' &&
        /\bprocess\.(env|argv|exit|exitCode|stdout|stderr|cwd|on)\b/.test(text)
          ? [`${file}: process`]
          : []),
        ...(!['cli'].includes(room) && /\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/.test(text)
          ? [`${file}: clock or chance`]
          : []),
      ];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('has no file over 250 lines', () => {
    const long = [...sources, ...rules].filter(
      (file) => readFileSync(`${root}${file}`, 'utf8').split('\n').length > 251,
    );
    expect(long).to.deep.equal([]);
  });

  it('does nothing when imported', () => {
    const files = [...sources, ...rules].filter((file) => file !== 'src/cli/main.ts');
    const imports = files.map((file) => `await import(${JSON.stringify(root + file)});`).join('\n');
    const program = `const before = JSON.stringify(process.env);\n${imports}
      if (JSON.stringify(process.env) !== before) throw new Error('the environment has changed');
      for (const event of ['SIGINT', 'SIGTERM', 'uncaughtException'])
        if (process.listenerCount(event) > 0) throw new Error('a listener for ' + event);`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    const out = execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(out).to.equal('');
  }).timeout(60_000);
});

describe('The shipped rules', () => {
  it('have their path as id', async () => {
    const wrong: string[] = [];
    for (const file of rules) {
      const module = (await import(`${root}${file}`)) as { default: { id: string } };
      if (`suites/${module.default.id}.ts` !== file) wrong.push(`${file}: ${module.default.id}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('each have a test with passing, failing and cannot-tell cases', () => {
    // `ruleCases` refuses an empty list of any of the three.
    const untested = rules.filter((file) => {
      const test = `${root}test/${file.replace(/\.ts$/, '.test.ts')}`;
      return !existsSync(test) || !/ruleCases\(/.test(readFileSync(test, 'utf8'));
    });
    expect(untested).to.deep.equal([]);
  });
});

function list(folder: string): readonly string[] {
  const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'suites' ? 'suites' : room;
}

/** Rooms that a file imports from, by its relative imports, dynamic ones included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(`${root}${file}`, 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(
    (match) => match[1],
  );
  return specifiers.map((specifier) => {
    const target = new URL(specifier ?? '', new URL(file, 'file:///')).pathname.slice(1);
    return roomOf(target);
  });
}
