import { expect } from 'chai';
import { acmeMl, hardened, sampleNow, type SampleAccount } from '../support/sample-account.ts';
import { readSample, readSampleInputs, sampleNames } from '../../src/sandbox/sample.ts';
import { servedTypes } from '../../src/sandbox/sagemaker/served-type.ts';
import type { SandboxAccount } from '../../src/sandbox/world.ts';

function accountOf({ world }: SampleAccount): SandboxAccount {
  const [account] = world.accounts.values();
  if (account === undefined) throw new Error('no account');
  return account;
}

function objectCounts(account: SandboxAccount): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { objects } of account.sagemaker.values()) {
    for (const [type, list] of Object.entries(objects)) {
      counts[type] = (counts[type] ?? 0) + list.length;
    }
  }
  return counts;
}

/** Texts of all scripts and user-given maps. */
function textOf(account: SandboxAccount): string {
  const scripts: string[] = [];
  return JSON.stringify([...account.sagemaker.values()], (member, value: unknown) => {
    if (member !== 'Content' && member !== 'StudioLifecycleConfigContent') return value;
    scripts.push(String(value));
    return Buffer.from(String(value), 'base64').toString();
  });
}

describe('The demo account acme-ml', () => {
  const account = accountOf(acmeMl());

  it('is the only sample, with its declarations beside it', () => {
    expect(sampleNames).to.deep.equal(['acme-ml']);
    expect(readSample('acme-ml')).to.match(/^id: '111122223333'$/m);
    expect(readSampleInputs('acme-ml')).to.match(/^inputs:$/m);
  });

  it('is as large as promised', () => {
    const { iam, s3, kms } = account;
    expect({
      regions: account.regions,
      alias: iam.aliases,
      roles: iam.roles.length,
      users: iam.users.length,
      buckets: s3.buckets.length,
      accessPoints: s3.accessPoints.length,
      keys: [...kms.values()].flat().length,
    }).to.deep.equal({
      regions: ['eu-west-1', 'us-east-1'],
      alias: ['acme-ml'],
      roles: 27,
      users: 6,
      buckets: 12,
      accessPoints: 2,
      keys: 8,
    });
    expect(objectCounts(account)).to.deep.equal({
      NotebookInstance: 5,
      NotebookInstanceLifecycleConfig: 2,
      StudioLifecycleConfig: 2,
      TrainingJob: 18,
      ProcessingJob: 4,
      TransformJob: 3,
      HyperParameterTuningJob: 3,
      AutoMLJob: 2,
      Model: 10,
      EndpointConfig: 6,
      Endpoint: 6,
      Domain: 2,
      UserProfile: 5,
      Space: 3,
      ModelPackageGroup: 3,
      ModelPackage: 6,
      Pipeline: 3,
      FeatureGroup: 3,
      MonitoringSchedule: 6,
      DataQualityJobDefinition: 1,
      ModelQualityJobDefinition: 1,
      ModelBiasJobDefinition: 1,
      ModelExplainabilityJobDefinition: 1,
    });
  });

  it('has made-up secrets in a script, in variables and in hyperparameters', () => {
    const text = textOf(account);
    expect(text).to.contain('export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE');
    expect(text).to.contain('"AWS_ACCESS_KEY_ID":"AKIAIOSFODNN7EXAMPLE"');
    expect(text).to.contain('"tracker_password":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"');
  });

  it('has all jobs in the usual window of 90 days', () => {
    const since = sampleNow.getTime() / 1000 - 90 * 86_400;
    for (const { objects } of account.sagemaker.values()) {
      const jobs = Object.entries(objects).filter(([type]) => type.endsWith('Job'));
      const old = jobs.flatMap(([, list]) =>
        list.filter(({ detail }) => Number(detail['CreationTime']) <= since),
      );
      expect(old).to.deep.equal([]);
    }
  });

  it('has the pair of notebooks that Prowler judges the wrong way round', () => {
    const notebooks = account.sagemaker.get('eu-west-1')?.objects.NotebookInstance ?? [];
    const settings = notebooks.map(({ name, detail }) => [
      name,
      detail['RootAccess'],
      detail['DirectInternetAccess'],
    ]);
    expect(settings).to.deep.include(['churn-sandbox', 'Disabled', 'Enabled']);
    expect(settings).to.deep.include(['platform-tools', 'Enabled', 'Disabled']);
  });
});

describe('The hardened account', () => {
  const account = accountOf(hardened());

  it('has an object of every type that the sandbox serves', () => {
    const types = servedTypes.map(({ type }) => type);
    expect(Object.keys(objectCounts(account))).to.have.members(types);
  });

  it('has one of everything else', () => {
    const { iam, s3, kms } = account;
    const lists = [iam.users, iam.groups, iam.roles, iam.policies, iam.oidcProviders];
    const more = [iam.samlProviders, s3.buckets, s3.accessPoints, kms.get('eu-west-1') ?? []];
    expect([...lists, ...more].map((list) => list.length > 0)).to.not.include(false);
  });
});
