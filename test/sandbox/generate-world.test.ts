import { expect } from 'chai';
import { generateWorld, type GenerateOptions } from '../../src/sandbox/generate-world.ts';
import type { SandboxAccount } from '../../src/sandbox/world.ts';

const now = new Date('2026-11-24T12:00:00Z');
const small: GenerateOptions = { roles: 60, buckets: 40, trainingJobs: 300, seed: 1, now };

function generate(changes: Partial<GenerateOptions> = {}): SandboxAccount {
  const [account] = generateWorld({ ...small, ...changes }).accounts.values();
  if (account === undefined) throw new Error('no account');
  return account;
}

function jobsOf(account: SandboxAccount) {
  return account.sagemaker.get('eu-west-1')?.objects.TrainingJob ?? [];
}

/** Shares of a yes-or-no fact that are neither all nor nothing. */
function varies(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size > 1;
}

describe('generateWorld', () => {
  it('makes exactly what is asked for', () => {
    const account = generate({ users: 7, region: 'us-east-2' });
    expect({
      regions: account.regions,
      roles: account.iam.roles.length,
      users: account.iam.users.length,
      rows: account.iam.credentialReport.length,
      buckets: account.s3.buckets.length,
      jobs: account.sagemaker.get('us-east-2')?.objects.TrainingJob?.length,
    }).to.deep.equal({
      regions: ['us-east-2'],
      roles: 60,
      users: 7,
      rows: 8,
      buckets: 40,
      jobs: 300,
    });
  });

  it('makes the same account of the same seed, another of another', () => {
    expect(generate()).to.deep.equal(generate());
    expect(generate({ seed: 2 })).to.not.deep.equal(generate());
  });

  it('gives every thing a name of its own', () => {
    const account = generate();
    const names = [
      ...account.iam.roles.map((role) => role['Arn']),
      ...account.s3.buckets.map(({ name }) => name),
      ...jobsOf(account).map(({ arn }) => arn),
    ];
    expect(new Set(names).size).to.equal(names.length);
  });

  it('makes jobs of the last 80 days, spread over them', () => {
    const ages = jobsOf(generate()).map(
      ({ detail }) => (now.getTime() / 1000 - Number(detail['CreationTime'])) / 86_400,
    );
    expect(Math.max(...ages)).to.be.within(70, 80);
    expect(Math.min(...ages)).to.be.within(0, 5);
  });

  it('has faults and right things of every sort', () => {
    const account = generate();
    const jobs = jobsOf(account).map(({ detail }) => detail);
    const facts = {
      isolation: jobs.map((job) => job['EnableNetworkIsolation']),
      vpc: jobs.map((job) => job['VpcConfig'] !== undefined),
      outputKey: jobs.map((job) => (job['OutputDataConfig'] as { KmsKeyId: string }).KmsKeyId),
      machines: jobs.map((job) => job['ResourceConfig']),
      boundary: account.iam.roles.map((role) => role['PermissionsBoundary']),
      trust: account.iam.roles.map((role) => role['AssumeRolePolicyDocument']),
      encryption: account.s3.buckets.map(({ settings }) => settings['GetBucketEncryption']),
      policy: account.s3.buckets.map(({ policy }) => policy !== undefined),
    };
    const alike = Object.entries(facts).filter(([, values]) => !varies(values));
    expect(alike.map(([fact]) => fact)).to.deep.equal([]);
  });

  it('runs jobs as roles of the account and on buckets of it', () => {
    const account = generate();
    const roles = new Set(account.iam.roles.map((role) => role['Arn']));
    const buckets = new Set(account.s3.buckets.map(({ name }) => name));
    const strays = jobsOf(account).filter(({ detail }) => {
      const output = detail['OutputDataConfig'] as { S3OutputPath: string };
      return (
        !roles.has(detail['RoleArn'] ?? '') || !buckets.has(output.S3OutputPath.split('/')[2] ?? '')
      );
    });
    expect(strays).to.deep.equal([]);
  });

  it('makes the small and the empty account, too', () => {
    const account = generate({ roles: 1, buckets: 0, trainingJobs: 1, users: 0 });
    expect(account.iam.roles.map((role) => role['RoleName'])).to.deep.equal(['training-default']);
    expect(account.s3.buckets).to.deep.equal([]);
    expect(jobsOf(account).length).to.equal(1);
  });

  it('takes time in proportion to the size', () => {
    generate();
    const size = { roles: 500, buckets: 200, trainingJobs: 1000 };
    const timeOf = (factor: number) => {
      const started = performance.now();
      const [roles, buckets] = [size.roles * factor, size.buckets * factor];
      generate({ roles, buckets, trainingJobs: size.trainingJobs * factor });
      return performance.now() - started;
    };
    const one = Math.min(timeOf(1), timeOf(1), timeOf(1));
    // Quadratic work would take 25 times as long; the machine's noise takes some.
    expect(timeOf(5) / one).to.be.below(15);
  });
});
