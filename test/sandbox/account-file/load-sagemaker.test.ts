import { expect } from 'chai';
import { accountIn } from '../../support/account-text.ts';
import type { SageMakerType, SandboxObject } from '../../../src/sandbox/world.ts';

const created = Date.parse('2026-11-01T00:00:00Z') / 1000;
const sagemakerArn = (resource: string) => `arn:aws:sagemaker:us-east-1:111122223333:${resource}`;
const roleArn = 'arn:aws:iam::111122223333:role/ml/Training';
const keyId = '0a1b2c3d-1111-4222-8333-444455556666';
const keyArn = `arn:aws:kms:us-east-1:111122223333:key/${keyId}`;

function objectIn(type: SageMakerType, section: string, entry: string): SandboxObject {
  const account = accountIn(`
iam: { roles: { Training: { trust: sagemaker, path: /ml/ } } }
kms: { us-east-1: { models: { id: ${keyId} } } }
sagemaker:
  us-east-1:
    ${section}: { ${entry} }
`);
  const [object] = account.sagemaker.get('us-east-1')?.objects[type] ?? [];
  if (object === undefined) throw new Error('no object');
  return object;
}

describe('A SageMaker object', () => {
  it('is its Describe reply, with what AWS says where the file says nothing', () => {
    const job = objectIn(
      'TrainingJob',
      'trainingJobs',
      'Fraud-1: { CreationTime: 2026-11-01, RoleArn: Training, OutputDataConfig: { S3OutputPath: s3://b/out/ }, ResourceConfig: { InstanceType: ml.m5.large, InstanceCount: 1, VolumeSizeInGB: 1, VolumeKmsKeyId: models }, tags: { team: fraud } }',
    );
    expect(job).to.deep.equal({
      arn: sagemakerArn('training-job/fraud-1'),
      name: 'Fraud-1',
      detail: {
        TrainingJobName: 'Fraud-1',
        TrainingJobArn: sagemakerArn('training-job/fraud-1'),
        TrainingJobStatus: 'Completed',
        SecondaryStatus: 'Completed',
        RoleArn: roleArn,
        OutputDataConfig: { KmsKeyId: '', S3OutputPath: 's3://b/out/' },
        ResourceConfig: {
          InstanceType: 'ml.m5.large',
          InstanceCount: 1,
          VolumeSizeInGB: 1,
          VolumeKmsKeyId: keyArn,
        },
        ModelArtifacts: { S3ModelArtifacts: 's3://b/out/Fraud-1/output/model.tar.gz' },
        StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
        CreationTime: created,
        TrainingStartTime: created + 120,
        TrainingEndTime: created + 900,
        LastModifiedTime: created + 900,
        EnableNetworkIsolation: false,
        EnableInterContainerTrafficEncryption: false,
        EnableManagedSpotTraining: false,
        RemoteDebugConfig: { EnableRemoteDebug: false },
      },
      tags: { team: 'fraud' },
    });
  });

  it('names roles, keys and dates at any depth, but never in maps of the user', () => {
    const { detail } = objectIn(
      'HyperParameterTuningJob',
      'tuningJobs',
      't: { TrainingJobDefinitions: [{ RoleArn: Training, OutputDataConfig: { KmsKeyId: alias/models }, StaticHyperParameters: { RoleArn: x, KmsKeyId: y, EndTime: z } }], HyperParameterTuningEndTime: 1 day ago }',
    );
    expect(detail['TrainingJobDefinitions']).to.deep.equal([
      {
        RoleArn: roleArn,
        OutputDataConfig: { KmsKeyId: 'alias/models' },
        StaticHyperParameters: { RoleArn: 'x', KmsKeyId: 'y', EndTime: 'z' },
      },
    ]);
    expect(detail['HyperParameterTuningEndTime']).to.equal(
      Date.parse('2026-11-23T12:00:00Z') / 1000,
    );
  });

  it('keeps ids, ARNs and dates in seconds as they are', () => {
    const { detail } = objectIn(
      'NotebookInstance',
      'notebookInstances',
      `n: { CreationTime: 1700000000, RoleArn: 'arn:aws:iam::444455556666:role/Other', KmsKeyId: ${keyId} }`,
    );
    expect(detail).to.deep.equal({
      NotebookInstanceName: 'n',
      NotebookInstanceArn: sagemakerArn('notebook-instance/n'),
      NotebookInstanceStatus: 'InService',
      RoleArn: 'arn:aws:iam::444455556666:role/Other',
      KmsKeyId: keyId,
      CreationTime: 1_700_000_000,
      LastModifiedTime: 1_700_000_900,
      InstanceType: 'ml.t3.medium',
      DirectInternetAccess: 'Enabled',
      RootAccess: 'Enabled',
      VolumeSizeInGB: 5,
      PlatformIdentifier: 'notebook-al2023-v1',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '1' },
      Url: 'n-1b16.notebook.sagemaker.aws',
    });
  });

  it('keeps the spans of a schedule, which are not dates', () => {
    const { detail } = objectIn(
      'MonitoringSchedule',
      'monitoringSchedules',
      'm: { MonitoringScheduleConfig: { ScheduleConfig: { ScheduleExpression: NOW, DataAnalysisStartTime: -PT1H } } }',
    );
    expect(detail['MonitoringScheduleConfig']).to.deep.equal({
      ScheduleConfig: { ScheduleExpression: 'NOW', DataAnalysisStartTime: '-PT1H' },
    });
  });

  it('holds scripts in base64', () => {
    const encoded = Buffer.from('echo ü\n').toString('base64');
    const notebook = objectIn(
      'NotebookInstanceLifecycleConfig',
      'notebookLifecycleConfigs',
      'l: { OnStart: [{ script: "echo ü\\n" }] }',
    );
    const studio = objectIn(
      'StudioLifecycleConfig',
      'studioLifecycleConfigs',
      'l: { script: "echo ü\\n" }',
    );
    expect(notebook.detail['OnStart']).to.deep.equal([{ Content: encoded }]);
    expect(studio.detail).to.include({
      StudioLifecycleConfigContent: encoded,
      StudioLifecycleConfigAppType: 'JupyterLab',
    });
    expect(studio.detail).to.not.have.property('script');
  });

  it('is named by its id when it is a domain, and by it when it lies in one', () => {
    const domain = objectIn('Domain', 'domains', 'studio: { DefaultUserSettings: {} }');
    const profile = objectIn('UserProfile', 'userProfiles', 'studio/Ada: {}');
    const space = objectIn('Space', 'spaces', 'd-abc/lab: {}');
    const id = domain.detail['DomainId'] as string;
    expect(id).to.match(/^d-[0-9a-f]{12}$/);
    expect([domain.name, domain.arn, domain.detail['DomainName']]).to.deep.equal([
      id,
      sagemakerArn(`domain/${id}`),
      'studio',
    ]);
    expect([profile.name, profile.arn, profile.detail['DomainId']]).to.deep.equal([
      `${id}/Ada`,
      sagemakerArn(`user-profile/${id}/ada`),
      id,
    ]);
    expect(profile.detail['UserProfileName']).to.equal('Ada');
    expect([space.name, space.arn]).to.deep.equal(['d-abc/lab', sagemakerArn('space/d-abc/lab')]);
  });

  it('is a version of a group or a package of its own', () => {
    const version = objectIn('ModelPackage', 'modelPackages', 'group/3: {}');
    const alone = objectIn('ModelPackage', 'modelPackages', 'alone: {}');
    expect([version.name, version.arn]).to.deep.equal([
      'group/3',
      sagemakerArn('model-package/group/3'),
    ]);
    expect(version.detail).to.include({ ModelPackageGroupName: 'group', ModelPackageVersion: 3 });
    expect(alone.detail).to.include({ ModelPackageName: 'alone' });
    expect(alone.detail).to.not.have.any.keys('ModelPackageGroupName', 'ModelPackageVersion');
  });

  it('has a resource policy when it is a group', () => {
    const statement = { Effect: 'Allow', Principal: '*', Action: 'a:b', Resource: '*' };
    const group = objectIn(
      'ModelPackageGroup',
      'modelPackageGroups',
      `g: { policy: [${JSON.stringify(statement)}] }`,
    );
    expect(group.policy).to.deep.equal({ Version: '2012-10-17', Statement: [statement] });
    expect(group.detail).to.not.have.property('policy');
  });

  it('holds a pipeline’s definition as text', () => {
    const pipeline = objectIn(
      'Pipeline',
      'pipelines',
      'p: { RoleArn: Training, PipelineDefinition: { Version: 2020-12-01 } }',
    );
    expect(pipeline.detail['PipelineDefinition']).to.equal('{"Version":"2020-12-01"}');
  });
});
