import { expect } from 'chai';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openAccount } from '../../src/account/open-account.ts';
import type { Account } from '../../src/account/account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { present, type Unread } from '../../src/model/observed.ts';
import { kinds } from '../../src/model/resource.ts';
import { UserError } from '../../src/model/user-error.ts';
import { runMocha, type MochaRun } from '../../src/rule/run-mocha.ts';
import type { SpecRecord } from '../../src/rule/spec-records.ts';
import { accountId, build, completeUniverse, snapshotOf } from '../support/build.ts';
import { runInfo } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const denied: Unread = { state: 'denied', call: 's3:GetBucketVersioning', code: 'AccessDenied' };

function world(): Account {
  const buckets = [
    build(
      's3.bucket',
      { versioning: present({ status: 'Enabled', mfaDelete: false }) },
      { name: 'kept' },
    ),
    build('s3.bucket', {}, { name: 'loose' }),
    build('s3.bucket', { versioning: denied }, { name: 'dark' }),
  ];
  const whole = kinds.filter((kind) => kind !== 'iam.role').map((kind) => completeUniverse(kind));
  const cut = { ...completeUniverse('iam.role'), end: 'truncated' } as const;
  return openAccount(snapshotOf(buckets, [...whole, cut]), undeclared);
}

const directory = temporaryDirectory();

async function run(
  files: Readonly<Record<string, string>>,
  changes: Partial<MochaRun> = {},
): Promise<readonly SpecRecord[]> {
  fs.writeFileSync(join(directory(), 'package.json'), '{"type":"module"}');
  const specFiles = Object.entries(files).map(([name, text]) => {
    const path = join(directory(), name);
    fs.writeFileSync(path, text);
    return { path, id: `spec/${name}` };
  });
  const none = { results: [], records: [], account: world(), granularity: 'nonpass' } as const;
  return runMocha({ ...none, specFiles, ...changes });
}

function told(records: readonly SpecRecord[]) {
  return records.map(({ resource, status }) => [resource, status]);
}

/** The code of what is missing. */
function codeOf(one: SpecRecord | undefined): string {
  const why = one?.missing[0]?.why;
  return why === undefined || why.state === 'not-collected' ? '' : why.code;
}

describe('running hand-written tests', () => {
  it('makes a whole record of every test, passing, failing, unknown and pending', async () => {
    const text = `
      describe('Buckets', () => {
        describe('with models', () => {
          it('are versioned', () => { expect(account.bucket('kept')).to.be.versioned; });
          it('are all versioned', () => { expect(account.bucket('loose')).to.be.versioned; });
          it('are dark', async () => { expect(account.bucket('dark')).to.not.be.versioned; });
          it('are to be looked at');
        });
      });`;
    const records = await run({ 'a.spec.ts': text });
    const common = {
      rule: 'spec/a.spec.ts',
      code: 'SPEC',
      severity: 'high',
      kind: 'spec',
      account: accountId,
      region: 'every region',
      evidence: [],
      missing: [],
    };
    const arn = 'arn:aws:s3:bucket:eu-west-1:111122223333:dark';
    expect(records).to.deep.equal([
      {
        ...common,
        resource: 'Buckets with models are versioned',
        name: 'are versioned',
        status: 'pass',
      },
      {
        ...common,
        resource: 'Buckets with models are all versioned',
        name: 'are all versioned',
        status: 'fail',
        evidence: [
          {
            finding: 'assertion',
            expected: 'Buckets with models are all versioned',
            got: 'expected loose to be versioned, but versioning is never enabled',
          },
        ],
      },
      {
        ...common,
        resource: 'Buckets with models are dark',
        name: 'are dark',
        status: 'unknown',
        missing: [{ what: `versioning of ${arn}`, why: denied }],
      },
      {
        ...common,
        resource: 'Buckets with models are to be looked at',
        name: 'are to be looked at',
        status: 'manual',
        note: 'pending: somebody has to look at it',
      },
    ]);
  });

  it('takes the severity from a tag at the end of the title', async () => {
    const text = `
      it('one @critical', () => {});
      it('two @low ', () => {});
      it('@info three', () => {});
      it('four @grave', () => {});`;
    const records = await run({ 'a.spec.js': text });
    expect(records.map(({ severity }) => severity)).to.deep.equal([
      'critical',
      'low',
      'high',
      'high',
    ]);
  });

  it('runs JavaScript, TypeScript and .mjs, and what imports mocha and leastwise itself', async () => {
    const context = new URL('../../src/rule/suite-context.ts', import.meta.url).href;
    const records = await run({
      'a.spec.js': `it('js', () => {});`,
      'b.spec.mjs': `import { describe, it } from '${pathToFileURL(createRequire(import.meta.url).resolve('mocha')).href}';
        import { account, expect } from '${context}';
        describe('imported', () => {
          it('mjs', () => { expect(account.bucket('kept')).to.be.versioned; });
        });`,
      'c.spec.ts': `enum Level { Low }\nit('ts', (): void => { expect(Level.Low as number).to.equal(0); });`,
    });
    expect(records.map(({ rule, resource, status }) => [rule, resource, status])).to.deep.equal([
      ['spec/a.spec.js', 'js', 'pass'],
      ['spec/b.spec.mjs', 'imported mjs', 'pass'],
      ['spec/c.spec.ts', 'ts', 'pass'],
    ]);
  });

  it('runs a file again that was run before', async () => {
    const files = { 'a.spec.js': `it('again', () => {});` };
    expect(told(await run(files))).to.deep.equal([['again', 'pass']]);
    expect(told(await run(files))).to.deep.equal([['again', 'pass']]);
  });

  it('takes an assertion of node for a fail, and any other error for a crash', async () => {
    const text = `
      import assert from 'node:assert';
      it('asserts', () => assert.equal(1, 2));
      it('crashes', () => account.bucket('kept').nothing.at.all);
      it('throws a text', () => { throw 'text'; });
      it('rejects', () => Promise.reject(new Error('late')));
      it('names no bucket', () => { expect(account.bucket('kepd')).to.be.versioned; });`;
    const records = await run({ 'a.spec.js': text });
    expect(told(records)).to.deep.equal([
      ['asserts', 'fail'],
      ['crashes', 'unknown'],
      ['throws a text', 'unknown'],
      ['rejects', 'unknown'],
      ['names no bucket', 'fail'],
    ]);
    expect(records.map(codeOf)).to.deep.equal([
      '',
      'SpecCrashed',
      'SpecCrashed',
      'SpecCrashed',
      '',
    ]);
    expect(records[4]?.evidence[0]?.got).to.equal(
      'expected a s3.bucket named "kepd", but there is none; did you mean "kept"?',
    );
  });

  it('numbers tests of one title', async () => {
    const records = await run({ 'a.spec.js': `it('x', () => {}); it('x', () => {});` });
    expect(told(records)).to.deep.equal([
      ['x', 'pass'],
      ['x (2)', 'pass'],
    ]);
  });

  it('prints nothing', async () => {
    const write = process.stdout.write.bind(process.stdout);
    const printed: unknown[] = [];
    process.stdout.write = (chunk) => printed.push(chunk) > 0;
    try {
      await run({ 'a.spec.js': `it('a', () => { throw new Error('x'); });` });
    } finally {
      process.stdout.write = write;
    }
    expect(printed).to.deep.equal([]);
  });

  it('leaves the globals as they were', async () => {
    const names = ['describe', 'it', 'before', 'xit', 'account', 'expect'] as const;
    const values = () => names.map((name) => (globalThis as Record<string, unknown>)[name]);
    const before = values();
    await run({ 'a.spec.js': `it('a', () => {});` });
    expect(values()).to.deep.equal(before);
    expect(globalThis).to.not.have.property('account');
  });
});

describe('tests that say nothing', () => {
  it('are unknown when their file does not load, and the other files run', async () => {
    const records = await run({
      'a.spec.js': `it('before', () => {}); throw new Error('boom');`,
      'b.spec.js': `it('b', () => {});`,
      'c.spec.js': `it('half`,
    });
    expect(told(records)).to.deep.equal([
      ['a.spec.js', 'unknown'],
      ['b', 'pass'],
      ['c.spec.js', 'unknown'],
    ]);
    expect(records.map(codeOf)).to.deep.equal(['SpecNotLoaded', '', 'SpecNotLoaded']);
  });

  it('are unknown when a file holds none', async () => {
    const records = await run({ 'a.spec.js': `describe('empty', () => {});` });
    expect(told(records)).to.deep.equal([['a.spec.js', 'unknown']]);
    expect(records.map(codeOf)).to.deep.equal(['SpecEmpty']);
  });

  it('are unknown when a hook before them fails, and so is the hook', async () => {
    const text = `
      describe('outer', () => {
        before(() => { throw new Error('no set-up'); });
        it('a', () => {});
        describe('inner', () => { it('b', () => {}); });
      });
      it('c', () => {});`;
    const records = await run({ 'a.spec.js': text });
    expect(told(records)).to.deep.equal([
      ['c', 'pass'],
      ['outer a', 'unknown'],
      ['outer inner b', 'unknown'],
      ['outer "before all" hook for "a"', 'unknown'],
    ]);
    expect(records.map(codeOf)).to.deep.equal(['', 'NotRun', 'NotRun', 'HookFailed']);
  });

  it('are unknown after a failed beforeEach or afterEach, and an assertion in a hook is no fail', async () => {
    const text = `
      describe('each', () => {
        afterEach(() => { expect(1).to.equal(2); });
        it('a', () => {});
        it('b', () => {});
      });`;
    const records = await run({ 'a.spec.js': text });
    expect(told(records)).to.deep.equal([
      ['each a', 'pass'],
      ['each b', 'unknown'],
      ['each "after each" hook for "a"', 'unknown'],
    ]);
  });

  it('keep the hooks of one file away from the others', async () => {
    const records = await run({
      'a.spec.js': `beforeEach(() => { throw new Error('x'); }); it('a', () => {});`,
      'b.spec.js': `it('b', () => {});`,
    });
    expect(told(records)).to.deep.equal([
      ['a', 'unknown'],
      ['"before each" hook for "a"', 'unknown'],
      ['b', 'pass'],
    ]);
  });

  it('are unknown with .only, which would hide the others', async () => {
    const records = await run({ 'a.spec.js': `it.only('a', () => {}); it('b', () => {});` });
    expect(told(records)).to.deep.equal([['a.spec.js', 'unknown']]);
  });

  it('are unknown when they wait for what never comes', async () => {
    const text = `describe('patience', () => {
      it('has an end', function () { this.timeout(20); return new Promise(() => {}); });
      it('ends after a minute', function () { if (this.timeout() !== 60_000) throw new Error(this.timeout()); });
    });`;
    const records = await run({ 'slow.spec.mjs': text });
    expect(told(records)).to.deep.equal([
      ['patience has an end', 'unknown'],
      ['patience ends after a minute', 'pass'],
    ]);
  });

  it('are unknown when a chain of matchers has no end', async () => {
    const text = `describe('chains', () => {
      it('forgets its resource', () => { expect(account.all('iam.role')).to.be.unable.to('s3:GetObject'); });
      it('has none', async () => {});
    });`;
    const records = await run({ 'chain.spec.mjs': text });
    expect(told(records)).to.deep.equal([
      ['chains forgets its resource', 'unknown'],
      ['chains has none', 'pass'],
    ]);
  });

  it('are unknown when they ask for retries', async () => {
    const text = `
      let calls = 0;
      describe('flaky', function () {
        this.retries(3);
        it('by suite', () => { calls += 1; if (calls < 2) throw new Error('once'); });
        it('by test', function () { this.retries(2); calls += 1; if (calls < 4) throw new Error('x'); });
      });`;
    const records = await run({ 'a.spec.js': text });
    expect(told(records)).to.deep.equal([
      ['flaky by suite', 'unknown'],
      ['flaky by test', 'unknown'],
    ]);
    expect(records.map(codeOf)).to.deep.equal(['SpecCrashed', 'Retried']);
  });

  it('are no pass when they throw after they had passed', async () => {
    const text = `
      it('a', () => { setImmediate(() => { throw new Error('late'); }); });
      it('b', () => new Promise((resolve) => setTimeout(resolve, 20)));`;
    // The mocha that runs this test would take the error for its own.
    const outer = process.rawListeners('uncaughtException') as NodeJS.UncaughtExceptionListener[];
    process.removeAllListeners('uncaughtException');
    try {
      const records = await run({ 'a.spec.js': text });
      expect(records.filter(({ status }) => status === 'unknown')).to.not.deep.equal([]);
    } finally {
      for (const listener of outer) process.on('uncaughtException', listener);
    }
  });

  it('are unknown when a list they go through was cut', async () => {
    const text = `it('all', () => { for (const role of account.all('iam.role')) expect(role).to.be.ok; });
      it('one', () => { account.role('x'); });`;
    const records = await run({ 'a.spec.js': text });
    expect(records.map(({ status, missing }) => [status, missing[0]?.what])).to.deep.equal([
      ['unknown', 'all iam.role in eu-west-1'],
      ['unknown', 'all iam.role in eu-west-1'],
    ]);
  });
});

describe('a mocha reporter', () => {
  async function printed(changes: Partial<MochaRun>): Promise<string> {
    const log = console.log;
    const stream = process.stdout.write.bind(process.stdout);
    let text = '';
    process.stdout.write = (chunk) => (text += String(chunk)) !== '';
    try {
      await run({ 'a.spec.js': `it('mine', () => {});` }, changes);
    } finally {
      process.stdout.write = stream;
      console.log = log;
    }
    return text;
  }

  it('shows the rules and the hand-written tests in one run', async () => {
    const { rules } = runInfo(sampleRules, sampleRecords);
    const text = await printed({ reporter: 'tap', results: rules, records: sampleRecords });
    expect(text).to.contain('ok 1 encryption ENC-03');
    expect(text).to.contain('spec/a.spec.js mine');
    expect(text).to.contain('# tests ');
  });

  for (const reporter of ['spce', 'html', 'base']) {
    it(`must be one that mocha has for a terminal: ${reporter}`, async () => {
      const outcome = await run({}, { reporter }).catch((error: unknown) => error);
      expect(outcome).to.be.instanceOf(UserError);
      expect(String(outcome)).to.match(
        /mocha has no reporter "[a-z]+"; it has dot, doc, tap, json, list/,
      );
    });
  }
});
