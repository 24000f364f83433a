import { expect } from 'chai';
import { modelPackageCollector } from '../../../src/collect/sagemaker/model-package.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collected, fakeAws, type Answers, type FakeCall } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noSearch,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

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
    ModelPackageArn: sagemakerArn('model-package/fraud/3'),
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
          UserProfileArn: sagemakerArn('user-profile/d-1/alice'),
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
    const container = {
      modelDataUrl: null,
      modelPackage: null,
      repositoryAccess: null,
      codeUri: null,
      additionalData: [],
    };
    expect(resource).to.deep.equal({
      kind,
      id: sagemakerArn('model-package/fraud/3'),
      name: 'fraud/3',
      ...where,
      status: present('Completed'),
      createdAt,
      group: present('fraud'),
      version: present(3),
      approvalStatus: present('Approved'),
      approvalDescription: present('looks good'),
      createdBy: present(sagemakerArn('user-profile/d-1/alice')),
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
      ModelPackageName: sagemakerArn('model-package/fraud/3'),
      IncludedData: 'MetadataOnly',
    });
  });

  it('reads a package without a group', async () => {
    const lone = { ModelPackageArn: sagemakerArn('model-package/lone'), ModelPackageName: 'lone' };
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
