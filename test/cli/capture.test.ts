import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Fault } from '../../src/sandbox/fault.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { readSample } from '../../src/sandbox/sample.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment, type CliEnd } from '../support/cli.ts';

describe('leastwise snapshot', function () {
  this.timeout(60_000);
  let directory = '';
  before(() => (directory = mkdtempSync(join(tmpdir(), 'leastwise-capture-'))));
  after(() => rmSync(directory, { recursive: true }));

  async function buckets(out: string, fault: Fault): Promise<CliEnd> {
    const world = loadWorld(readSample('acme-ml'), { file: 'acme-ml.yaml', now: new Date() });
    const sandbox = createSandbox(world, { clock: () => Date.now(), faults: [fault] });
    const served = await serveSandbox(sandbox);
    const environment = sandboxEnvironment(served.url, '111122223333');
    const args = ['snapshot', '--out', out, '--only', 's3.bucket', '--region', 'eu-west-1', '-q'];
    const end = await leastwise(args, { cwd: directory, environment });
    await served.close();
    return end;
  }

  it('says what could not be read, even when it is to be quiet', async () => {
    const fault = { class: 'access-denied', operation: 's3:GetBucketPolicy' } as const;
    const { code, stdout, stderr } = await buckets('denied', fault);
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: 'denied\n' });
    expect(stderr).to.match(/^NOT READ: s3:GetBucketPolicy denied \(\d+\)\. What rests on it/m);
  });

  it('says which list is not complete', async () => {
    const { code, stderr } = await buckets('broken', {
      class: 'access-denied',
      operation: 's3:ListBuckets',
    });
    expect(code).to.equal(0);
    expect(stderr).to.contain('NOT READ: list of s3.bucket denied (1), s3:ListBuckets denied (1).');
  });

  it('names the profile that has no credentials', async () => {
    writeFileSync(join(directory, 'config'), '[default]\nregion = eu-west-1\n');
    const files = { AWS_CONFIG_FILE: 'config', AWS_SHARED_CREDENTIALS_FILE: 'config' };
    for (const [flags, more] of [
      [['--profile', 'nope'], {}],
      [[], { AWS_PROFILE: 'nope' }],
    ] as const) {
      const { code, stderr } = await leastwise(['snapshot', '--region', 'eu-west-1', ...flags], {
        cwd: directory,
        environment: { ...files, ...more },
      });
      expect(code).to.equal(2);
      expect(stderr).to.contain('The profile "nope" is in force');
    }
  });
});
