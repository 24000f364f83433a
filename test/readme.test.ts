import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { contractRules } from '../src/contract/contract-rules.ts';
import { readContract } from '../src/contract/read-contract.ts';
import { createSandbox } from '../src/sandbox/respond.ts';
import { loadWorld } from '../src/sandbox/load-world.ts';
import { readSample } from '../src/sandbox/sample.ts';
import { serveSandbox, type ServedSandbox } from '../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment, type CliEnd } from './support/cli.ts';

const root = new URL('..', import.meta.url).pathname;
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('The README', function () {
  this.timeout(120_000);
  let directory = '';
  let served: ServedSandbox;
  let environment: Record<string, string>;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-readme-'));
    const world = loadWorld(readSample('acme-ml'), { file: 'acme-ml.yaml', now: new Date() });
    served = await serveSandbox(createSandbox(world, { clock: () => Date.now() }));
    environment = sandboxEnvironment(served.url, '111122223333');
    // Where the reader has installed the package.
    mkdirSync(join(directory, 'node_modules'));
    symlinkSync(root, join(directory, 'node_modules', 'leastwise'));
    writeFileSync(join(directory, 'leastwise.yaml'), blocks('yaml')[0] ?? '');
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    const specification = { Version: '2012-10-17', Statement: [all] };
    writeFileSync(join(directory, 'specification.json'), JSON.stringify(specification));
    const path = /<!-- file (\S+) -->/.exec(readme)?.[1] ?? '';
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), blocks('ts')[0] ?? '');
  });
  after(async () => {
    await served.close();
    rmSync(directory, { recursive: true });
  });

  const run = async (line: string): Promise<CliEnd> => {
    const [command = '', redirect] = line.split(' > ');
    const args = command.replace(/^npx leastwise /, '').split(' ');
    const ended = await leastwise(args, { cwd: directory, environment });
    if (redirect !== undefined) writeFileSync(join(directory, redirect), ended.stdout);
    return ended;
  };

  for (const line of commands()) {
    it(`has a command that runs: ${line}`, async () => {
      const { code, stderr } = await run(line);
      // The demo account has violations, but all its training jobs name their owner.
      const judges = / (run|test) /.test(line) && !line.includes('TAG-01');
      expect(code, stderr).to.be.oneOf(judges ? [1, 3] : [0]);
    });
  }

  it('names the two commands that the continuous integration runs', () => {
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    expect(blocks('sh')[0])
      .to.match(/^npm start/)
      .and.to.contain('npm cit');
    expect(ci)
      .to.match(/^npm cit$/m)
      .and.to.match(/^npm start$/m);
  });

  it('shows what the demo prints', async () => {
    const { stdout, code } = await leastwise(['demo', '--out', 'demo'], { cwd: directory });
    expect(code).to.equal(0);
    for (const line of (blocks('text')[0] ?? '').trim().split('\n'))
      expect(stdout).to.contain(line);
  });

  it('shows a contract that can be read', () => {
    const contract = readContract(blocks('yaml')[1] ?? '', 'README.md');
    expect(contractRules(contract).length).to.be.above(2);
  });

  it('shows a rule that compiles', () => {
    const config = { extends: join(root, 'tsconfig.json'), include: ['rules'] };
    const options = { noEmit: true, rootDir: '.', types: [], skipLibCheck: true };
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ ...config, compilerOptions: options }),
    );
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', directory], { stdio: 'pipe' });
  });
});

function blocks(language: string): readonly string[] {
  const fence = new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm');
  return [...readme.matchAll(fence)].map((match) => match[1] ?? '');
}

/** Every command line of ours in the text, in the order of the text. */
function commands(): readonly string[] {
  return blocks('sh')
    .flatMap((block) => block.split('\n').map((line) => line.trim()))
    .filter((line) => line.startsWith('npx leastwise '));
}
