import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Kind, Resource } from '../src/model/resource.ts';
import type { Snapshot } from '../src/model/snapshot.ts';
import { readSnapshot } from '../src/snapshot/read-snapshot.ts';
import { leastwise } from './support/cli.ts';
import { motoServer } from './support/moto.ts';
import { motoAccount } from './support/moto-client.ts';
import { fillMoto } from './support/moto-content.ts';
import { ownPull, replication } from './support/moto-ecr.ts';
import { likeEncoded } from './support/moto-iam.ts';
import { neverLeave } from './support/moto-organization.ts';
import { declared, readRecords, runOnMoto, verdictsOf, type MotoRun } from './support/moto-run.ts';
import { motoVerdicts } from './support/moto-verdicts.ts';

describe('leastwise run on an account in moto', function () {
  this.timeout(180_000);
  const server = motoServer();
  let run: MotoRun;
  let snapshot: Snapshot;
  /** Key ids of moto to the names that the keys have here. */
  let keyNames: Record<string, string> = {};

  before(async () => {
    const keys = await fillMoto(server().url);
    keyNames = Object.fromEntries(
      Object.entries(keys).map(([name, arn]) => [arn.split('/')[1] ?? '', name]),
    );
    run = await runOnMoto(server().url);
    snapshot = await readSnapshot(run.snapshot);
  });
  after(() => rmSync(run.out, { recursive: true }));

  function resource<K extends Kind>(kind: K, name: string): Resource<K> {
    const found = snapshot.resources(kind).find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
    return found;
  }

  it('ends with 3, because moto leaves some things unanswered', () => {
    expect(run.end.code).to.equal(3);
  });

  it('says loudly that it does not ask AWS, and keeps that in the snapshot', () => {
    const override = `AWS_ENDPOINT_URL=${server().url}`;
    expect(run.end.stderr).to.contain(`NOTICE: not AWS itself is asked, but ${override}`);
    expect(run.end.stdout).to.contain(`Endpoint  ${override}, not AWS's own`);
    const { account, regions, endpointOverride } = snapshot.manifest;
    expect({ account, regions, endpointOverride }).to.deep.equal({
      account: motoAccount,
      regions: ['us-east-1'],
      endpointOverride: override,
    });
  });

  it('takes a snapshot that verifies', async () => {
    const { code, stdout } = await leastwise(['snapshot', 'verify', run.snapshot]);
    expect({ code, stdout }).to.deep.equal({
      code: 0,
      stdout: `${run.snapshot}: 0 mismatches, every hash matches\n`,
    });
  });

  it('writes a JUnit report of every rule', () => {
    const junit = readFileSync(join(run.out, 'junit.xml'), 'utf8');
    for (const code of Object.keys(motoVerdicts)) expect(junit).to.contain(code);
  });

  it('judges with every shipped rule', async () => {
    const { stdout } = await leastwise(['rules', 'list', '--json']);
    const rules = JSON.parse(stdout) as readonly { readonly code: string }[];
    const judged = new Set(run.records.map((one) => one.code));
    expect([...judged]).to.include.members(rules.map((one) => one.code));
    expect([...judged]).to.include.members(Object.keys(motoVerdicts));
  });

  for (const [code, verdicts] of Object.entries(motoVerdicts)) {
    it(`judges right by ${code}`, () => {
      expect(verdictsOf(run.records, code, keyNames)).to.deep.equal(verdicts);
    });
  }

  it('ends with 1 by the rules that moto answers in full', async () => {
    const args = ['test', '--snapshot', run.snapshot, '--quiet'];
    const answered = Object.entries(motoVerdicts)
      .filter(([, verdicts]) => !Object.values(verdicts).includes('unknown'))
      .map(([code]) => code);
    const only = answered.flatMap((code) => ['--only', code]);
    expect((await leastwise([...args, ...only], { cwd: run.out })).code).to.equal(1);
  });

  it('finds the young key old when the configuration allows it no time at all', async () => {
    const config = join(run.out, 'strict.yaml');
    const rule = '  human-access/access-key-is-fresh: { maximumAgeDays: 0 }';
    writeFileSync(config, `${declared}rules:\n${rule}\n`);
    const out = join(run.out, 'strict');
    const args = ['--snapshot', run.snapshot, '--config', config, '--out', out, '--only', 'HUM-08'];
    expect((await leastwise(['test', ...args])).code).to.equal(1);
    expect(verdictsOf(await readRecords(out), 'HUM-08')).to.include({ robot: 'fail: key-1:old' });
  });

  describe('is not led to a pass by what moto does differently:', () => {
    /** Rule and resource that would pass if the difference went unseen. */
    const misleading: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
      'the list of monitoring schedules is an HTML page with status 500': [
        ['NET-15', 'sagemaker.monitoring-schedule'],
      ],
      'network isolation of models is dropped': [['NET-06', 'model-in-vpc']],
      'the metadata version of notebooks is dropped': [['HYG-02', 'nb-right']],
      'the platform of notebooks is dropped': [
        ['HYG-03', 'nb-right'],
        ['HYG-03', 'nb-wrong'],
      ],
      'remote debugging is dropped, even where it is on': [
        ['HYG-08', 'train-debugged'],
        ['HYG-08', 'train-right'],
      ],
      'the key of AWS behind alias/aws/s3 is called a customer’s': [
        ['ENC-02', 'train-local'],
        ['ENC-14', 'under-aws-key'],
        ['ENC-17', 'awsManaged'],
        ['ENC-18', 'awsManaged'],
      ],
      'new buckets have neither encryption nor a public access block': [
        ['ENC-14', 'plain'],
        ['EXP-02', 'plain'],
        ['EXP-04', 'plain'],
      ],
    };
    for (const [difference, records] of Object.entries(misleading)) {
      it(difference, () => {
        for (const [code, name] of records) {
          const verdict = verdictsOf(run.records, code, keyNames)[name];
          expect(verdict, `${code} ${name}`).to.match(/^(fail|unknown)/);
        }
      });
    }

    it('lists that it does not have are marked as failed, and no others', () => {
      const failed = snapshot.universes.filter((one) => one.end !== 'complete');
      expect(failed.map(({ kind, end, problem }) => [kind, end, problem])).to.deep.equal(
        [
          ['sagemaker.feature-group', 'sagemaker:ListFeatureGroups'],
          ['sagemaker.monitoring-schedule', 'sagemaker:ListMonitoringSchedules'],
          ['sagemaker.notebook-lifecycle-config', 'sagemaker:ListNotebookInstanceLifecycleConfigs'],
          ['sagemaker.space', 'sagemaker:ListSpaces'],
          ['sagemaker.studio-lifecycle-config', 'sagemaker:ListStudioLifecycleConfigs'],
          ['sagemaker.user-profile', 'sagemaker:ListUserProfiles'],
        ].map(([kind, call]) => [kind, 'error', webPage(call)]),
      );
    });

    it('processing resources are dropped: an error, not "none"', () => {
      const { instances, volumeKey } = resource('sagemaker.processing-job', 'evaluation');
      expect([instances.state, volumeKey.state]).to.deep.equal(['error', 'error']);
    });

    it('policies of model package groups cannot be asked for: an error, not "none"', () => {
      const { policy } = resource('sagemaker.model-package-group', 'released');
      expect(policy).to.deep.equal(webPage('sagemaker:GetModelPackageGroupPolicy'));
    });
  });

  it('reads repositories of images and the policy of the registry', () => {
    const right = resource('ecr.repository', 'team/right');
    expect(right).to.deep.nested.include({
      region: 'us-east-1',
      'uri.value': `${motoAccount}.dkr.ecr.us-east-1.amazonaws.com/team/right`,
      'policy.value.document': ownPull,
      imageTagMutability: { state: 'present', value: 'IMMUTABLE' },
      'encryption.value.type': 'KMS',
      scanOnPush: { state: 'present', value: true },
      tags: { state: 'present', value: { team: 'ml' } },
    });
    const bare = resource('ecr.repository', 'bare');
    expect(bare).to.deep.nested.include({
      'policy.state': 'absent',
      'imageTagMutability.value': 'MUTABLE',
      'encryption.value': { type: 'AES256', key: null },
      'scanOnPush.value': false,
    });
    const registry = resource('ecr.registry', motoAccount);
    expect(registry.policy).to.have.nested.property('value.document').that.deep.equals(replication);
  });

  it('reads the organisation that the account manages', () => {
    const own = resource('organizations.account', motoAccount);
    expect(own).to.deep.nested.include({
      'organization.value.managementAccount': motoAccount,
      'organization.value.featureSet': 'ALL',
      'path.value.length': 2,
      'path.value[1]': motoAccount,
      'policyTypes.value': { SERVICE_CONTROL_POLICY: 'ENABLED' },
      'serviceControlPolicies.value[0].policies[1].document': neverLeave,
      // Moto attaches policies of this type all the same.
      'resourceControlPolicies.state': 'absent',
    });
    const levels = own.serviceControlPolicies;
    const names =
      levels.state === 'present' && levels.value.map((one) => one.policies.map(({ name }) => name));
    expect(names).to.deep.equal([['FullAWSAccess', 'never-leave'], ['FullAWSAccess']]);
  });

  describe('is not led astray by what moto words differently:', () => {
    it('trust documents are not URL-encoded, others are', () => {
      expect(resource('iam.role', 'for-lambda').trustPolicy).to.have.nested.property(
        'value.document.Statement[0].Condition.ArnLike.aws:SourceArn',
        likeEncoded,
      );
      expect(resource('iam.policy', 'read-models').document).to.have.nested.property(
        'value.document.Statement[0].Resource',
        likeEncoded,
      );
      expect(resource('iam.user', 'bob').inlinePolicies).to.have.nested.property(
        'value[0].document.Statement[0].Resource',
        likeEncoded,
      );
    });

    it('buckets are listed without their region', () => {
      const regions = snapshot.resources('s3.bucket').map(({ name, region }) => [name, region]);
      expect(Object.fromEntries(regions)).to.deep.equal({
        ...Object.fromEntries(regions.map(([name]) => [name, 'us-east-1'])),
        abroad: 'eu-west-1',
      });
    });

    it('key policies need their name', () => {
      const [right] = Object.entries(keyNames).find(([, name]) => name === 'right') ?? [''];
      expect(resource('kms.key', right).policy.state).to.equal('present');
    });

    it('the public access block of the account has the account id in the host name', () => {
      expect(resource('s3.account', motoAccount).publicAccessBlock.state).to.equal('present');
    });
  });
});

/** What is recorded of an operation that moto does not have. */
function webPage(call: string | undefined): object {
  return {
    state: 'error',
    call,
    code: 'WebPageReply',
    message: 'HTTP 500 with a web page: the endpoint is not AWS, or does not know the operation',
  };
}
