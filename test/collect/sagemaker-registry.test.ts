import { expect } from 'chai';
import { featureGroupCollector } from '../../src/collect/sagemaker-feature-group.ts';
import { modelPackageGroupCollector } from '../../src/collect/sagemaker-model-package-group.ts';
import { modelPackageCollector } from '../../src/collect/sagemaker-model-package.ts';
import { pipelineCollector } from '../../src/collect/sagemaker-pipeline.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { absent, present } from '../../src/model/observed.ts';
import {
  awsError,
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../support/fake-aws.ts';

const created = new Date('2026-10-01T12:00:00Z');
const createdAt = present('2026-10-01T12:00:00.000Z');
const where = { account: '111122223333', region: 'eu-west-1' };
const prefix = 'arn:aws:sagemaker:eu-west-1:111122223333:';
const noSearch: Answers = {
  'sagemaker:Search': awsError('AccessDeniedException'),
  'sagemaker:ListTags': { Tags: [] },
};

describe('modelPackageGroupCollector', () => {
  const kind = 'sagemaker.model-package-group';
  const read = async (policy: Answers['sagemaker:GetModelPackageGroupPolicy'] & object) => {
    const { one } = await collectFrom(modelPackageGroupCollector, {
      ...noSearch,
      'sagemaker:ListModelPackageGroups': {
        ModelPackageGroupSummaryList: [
          {
            ModelPackageGroupName: 'fraud',
            ModelPackageGroupArn: `${prefix}model-package-group/fraud`,
            ModelPackageGroupStatus: 'Completed',
            CreationTime: created,
          },
        ],
      },
      'sagemaker:GetModelPackageGroupPolicy': policy,
    });
    return one(kind);
  };

  it('reads a group and its policy', async () => {
    const text = '{"Version": "2012-10-17", "Statement": []}';
    expect(await read({ ResourcePolicy: text })).to.deep.equal({
      kind,
      id: `${prefix}model-package-group/fraud`,
      name: 'fraud',
      ...where,
      status: present('Completed'),
      createdAt,
      policy: present({ document: JSON.parse(text) as unknown, sha256: sha256(text) }),
      tags: present({}),
    });
  });

  const call = 'sagemaker:GetModelPackageGroupPolicy';
  const invalid = (message: string) => awsError('ValidationException', message);

  it('tells "no policy" from "no group" and from everything else', async () => {
    const none = await read(invalid(`Cannot find resource policy for: ${prefix}x/fraud`));
    expect(none.policy).to.deep.equal(absent);
    const gone = await read(invalid(`Cannot find Model Package Group: ${prefix}x/fraud`));
    expect(gone.policy).to.deep.equal({ state: 'gone', call, code: 'ValidationException' });
    const wrong = await read(invalid('1 validation error detected'));
    expect(wrong.policy.state).to.equal('error');
    const denied = await read(awsError('AccessDeniedException', 'Cannot find out'));
    expect(denied.policy.state).to.equal('denied');
  });

  it('takes neither a missing nor an unreadable policy text for "no policy"', async () => {
    expect((await read({ ResourcePolicy: undefined })).policy).to.include({
      state: 'error',
      code: 'IncompleteReply',
    });
    expect((await read({ ResourcePolicy: '{"Version": ' })).policy).to.include({
      state: 'error',
      code: 'UnparsablePolicy',
    });
  });
});

describe('modelPackageCollector', () => {
  const kind = 'sagemaker.model-package';
  const read = async (summary: object, detail: object, calls: FakeCall[] = []) => {
    const answers: Answers = {
      ...noSearch,
      'sagemaker:ListModelPackages': { ModelPackageSummaryList: [summary as never] },
      'sagemaker:DescribeModelPackage': {
        ModelPackageStatus: 'Completed',
        CreationTime: created,
        ...detail,
      } as never,
    };
    const { one } = await collected(modelPackageCollector, fakeAws(answers, calls), calls);
    return one(kind);
  };
  const version = {
    ModelPackageArn: `${prefix}model-package/fraud/3`,
    ModelPackageGroupName: 'fraud',
    ModelPackageVersion: 3,
  };

  it('reads a version, who made and who changed it, and all its containers and reports', async () => {
    const calls: FakeCall[] = [];
    const source = (S3Uri: string) => ({ ContentType: 'application/json', S3Uri });
    const resource = await read(
      version,
      {
        ...version,
        ModelApprovalStatus: 'Approved',
        ApprovalDescription: 'looks good',
        CreatedBy: {
          UserProfileArn: `${prefix}user-profile/d-1/alice`,
          IamIdentity: { Arn: 'arn:aws:sts::111122223333:assumed-role/Studio/SageMaker' },
        },
        LastModifiedBy: { IamIdentity: { Arn: 'arn:aws:sts::111122223333:assumed-role/Ci/run' } },
        InferenceSpecification: {
          Containers: [
            {
              Image: 'img:1',
              ModelDataUrl: 's3://models/a',
              Environment: { TOKEN: 'hunter2hunter2' },
            },
          ],
        },
        AdditionalInferenceSpecifications: [{ Name: 'gpu', Containers: [{ Image: 'img:gpu' }] }],
        ModelMetrics: {
          ModelQuality: { Statistics: source('s3://reports/q') },
          Bias: { Report: source('s3://reports/b') },
        },
        SecurityConfig: { KmsKeyId: 'alias/ml' },
        SkipModelValidation: 'None',
      },
      calls,
    );
    const container = { modelDataUrl: null, modelPackage: null, repositoryAccess: null };
    expect(resource).to.deep.equal({
      kind,
      id: `${prefix}model-package/fraud/3`,
      name: 'fraud/3',
      ...where,
      status: present('Completed'),
      createdAt,
      group: present('fraud'),
      version: present(3),
      approvalStatus: present('Approved'),
      approvalDescription: present('looks good'),
      createdBy: present(`${prefix}user-profile/d-1/alice`),
      lastModifiedBy: present('arn:aws:sts::111122223333:assumed-role/Ci/run'),
      containers: present([
        {
          ...container,
          image: 'img:1',
          modelDataUrl: 's3://models/a',
          environment: {
            keys: ['TOKEN'],
            secrets: [{ at: 'TOKEN', detector: 'named-secret' }],
          },
        },
        { ...container, image: 'img:gpu', environment: { keys: [], secrets: [] } },
      ]),
      metrics: present(['s3://reports/b', 's3://reports/q']),
      key: present('alias/ml'),
      skipValidation: present('None'),
      tags: present({}),
    });
    expect(calls[0]?.input).to.deep.equal({ MaxResults: 100, ModelPackageType: 'Both' });
    expect(calls[1]?.input).to.deep.equal({
      ModelPackageName: `${prefix}model-package/fraud/3`,
      IncludedData: 'MetadataOnly',
    });
  });

  it('reads a package without a group', async () => {
    const lone = { ModelPackageArn: `${prefix}model-package/lone`, ModelPackageName: 'lone' };
    const resource = await read(lone, lone);
    expect(resource).to.deep.include({
      name: 'lone',
      group: absent,
      version: absent,
      containers: absent,
      metrics: absent,
      createdBy: absent,
    });
  });
});

describe('pipelineCollector', () => {
  it('keeps the hash of the definition, never the definition', async () => {
    const kind = 'sagemaker.pipeline';
    const summary = { PipelineArn: `${prefix}pipeline/train`, PipelineName: 'train' };
    const definition = '{"Parameters": [{"Name": "password", "DefaultValue": "hunter2"}]}';
    const { one } = await collectFrom(pipelineCollector, {
      'sagemaker:ListPipelines': { PipelineSummaries: [summary] },
      'sagemaker:DescribePipeline': {
        ...summary,
        PipelineStatus: 'Active',
        PipelineDefinition: definition,
        RoleArn: 'arn:aws:iam::111122223333:role/Pipeline',
        CreationTime: created,
        CreatedBy: {},
      },
      'sagemaker:Search': {
        Results: [{ Pipeline: { ...summary, Tags: [{ Key: 'team', Value: 'fraud' }] } }],
      },
    });
    expect(one(kind)).to.deep.equal({
      kind,
      id: `${prefix}pipeline/train`,
      name: 'train',
      ...where,
      status: present('Active'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Pipeline'),
      definitionSha256: present(sha256(definition)),
      createdBy: absent,
      lastModifiedBy: absent,
      tags: present({ team: 'fraud' }),
    });
  });
});

describe('featureGroupCollector', () => {
  const kind = 'sagemaker.feature-group';
  const summary = {
    FeatureGroupName: 'clicks',
    FeatureGroupArn: `${prefix}feature-group/clicks`,
    CreationTime: created,
  };
  const read = async (more: object) => {
    const { one } = await collectFrom(featureGroupCollector, {
      ...noSearch,
      'sagemaker:ListFeatureGroups': { FeatureGroupSummaries: [summary] },
      'sagemaker:DescribeFeatureGroup': {
        ...summary,
        FeatureGroupStatus: 'Created',
        ...more,
      } as never,
    });
    return one(kind);
  };

  it('reads both stores', async () => {
    const resource = await read({
      RoleArn: 'arn:aws:iam::111122223333:role/Features',
      OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: 'alias/online' } },
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/', KmsKeyId: 'alias/ml' } },
    });
    expect(resource).to.deep.equal({
      kind,
      id: `${prefix}feature-group/clicks`,
      name: 'clicks',
      ...where,
      status: present('Created'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Features'),
      online: present({ storageType: 'Standard', key: 'alias/online' }),
      offline: present({ uri: 's3://features/', key: 'alias/ml' }),
      tags: present({}),
    });
  });

  it('knows a group with neither store, and does not guess where an offline store is', async () => {
    const none = await read({ OnlineStoreConfig: { EnableOnlineStore: false } });
    expect(none).to.deep.include({ online: absent, offline: absent });
    const cut = await read({ OfflineStoreConfig: {} });
    expect(cut.offline).to.include({ state: 'error', code: 'IncompleteReply' });
  });
});
