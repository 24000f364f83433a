import {
  CreateDomainCommand,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateFeatureGroupCommand,
  CreateModelCommand,
  CreateModelPackageGroupCommand,
  CreateNotebookInstanceCommand,
  CreateNotebookInstanceLifecycleConfigCommand,
  CreateProcessingJobCommand,
  CreateTrainingJobCommand,
  type CreateNotebookInstanceInput,
  type CreateTrainingJobRequest,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { motoAccount } from './moto-client.ts';
import type { MotoKeys } from './moto-kms.ts';

const RoleArn = `arn:aws:iam::${motoAccount}:role/training-right`;
const image = `${motoAccount}.dkr.ecr.us-east-1.amazonaws.com/model:1`;

export const privateSubnet = 'subnet-0aaaaaaaaaaaaaaaa';
const publicSubnet = 'subnet-0bbbbbbbbbbbbbbbb';
const vpc = { Subnets: [privateSubnet], SecurityGroupIds: ['sg-0aaaaaaaaaaaaaaaa'] };

/** Of each kind a right one and wrong ones, as far as moto keeps what is right about it. */
export async function fillSageMaker(sagemaker: SageMakerClient, keys: MotoKeys): Promise<void> {
  await createNotebooks(sagemaker, keys);
  await createTrainingJobs(sagemaker, keys);
  await createModels(sagemaker);
  await createEndpoints(sagemaker, keys);
  await createDomains(sagemaker, keys);
  await createWhatMotoCannotList(sagemaker);
}

async function createNotebooks(sagemaker: SageMakerClient, keys: MotoKeys): Promise<void> {
  const notebook = async (
    NotebookInstanceName: string,
    more: Partial<CreateNotebookInstanceInput>,
  ): Promise<void> => {
    const input = { NotebookInstanceName, RoleArn, InstanceType: 'ml.t3.medium', ...more } as const;
    await sagemaker.send(new CreateNotebookInstanceCommand(input));
  };
  await notebook('nb-right', {
    DirectInternetAccess: 'Disabled',
    RootAccess: 'Disabled',
    SubnetId: privateSubnet,
    SecurityGroupIds: vpc.SecurityGroupIds,
    KmsKeyId: keys.right,
    PlatformIdentifier: 'notebook-al2023-v1',
    InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
  });
  await notebook('nb-wrong', {
    DirectInternetAccess: 'Enabled',
    RootAccess: 'Enabled',
    PlatformIdentifier: 'notebook-al1-v1',
  });
  await notebook('nb-elsewhere', {
    DirectInternetAccess: 'Disabled',
    RootAccess: 'Disabled',
    SubnetId: publicSubnet,
    SecurityGroupIds: vpc.SecurityGroupIds,
    KmsKeyId: 'alias/aws/s3',
  });
}

async function createTrainingJobs(sagemaker: SageMakerClient, keys: MotoKeys): Promise<void> {
  const train = async (
    TrainingJobName: string,
    more: Partial<CreateTrainingJobRequest>,
  ): Promise<void> => {
    await sagemaker.send(new CreateTrainingJobCommand({ ...job(TrainingJobName), ...more }));
  };
  await train('train-right', {
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
    VpcConfig: vpc,
    OutputDataConfig: { S3OutputPath: 's3://models/out', KmsKeyId: keys.right },
    ResourceConfig: {
      InstanceType: 'ml.m5.xlarge',
      InstanceCount: 2,
      VolumeSizeInGB: 30,
      VolumeKmsKeyId: keys.right,
    },
    RemoteDebugConfig: { EnableRemoteDebug: false },
  });
  await train('train-wrong', {
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 30 },
  });
  await train('train-debugged', { RemoteDebugConfig: { EnableRemoteDebug: true } });
  await train('train-local', {
    VpcConfig: { ...vpc, Subnets: [privateSubnet, publicSubnet] },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    OutputDataConfig: { S3OutputPath: 's3://models/out', KmsKeyId: keys.awsManaged },
  });
}

function job(TrainingJobName: string) {
  return {
    TrainingJobName,
    RoleArn,
    AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
    OutputDataConfig: { S3OutputPath: 's3://models/out' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  } satisfies CreateTrainingJobRequest;
}

async function createModels(sagemaker: SageMakerClient): Promise<void> {
  const model = { ExecutionRoleArn: RoleArn, PrimaryContainer: { Image: image } };
  await sagemaker.send(
    new CreateModelCommand({
      ...model,
      ModelName: 'model-in-vpc',
      EnableNetworkIsolation: true,
      VpcConfig: vpc,
    }),
  );
  await sagemaker.send(new CreateModelCommand({ ...model, ModelName: 'model-outside' }));
}

async function createEndpoints(sagemaker: SageMakerClient, keys: MotoKeys): Promise<void> {
  const variant = { VariantName: 'all', ModelName: 'model-in-vpc', InitialInstanceCount: 1 };
  const configs = {
    'config-right': { InstanceType: 'ml.m5.large', KmsKeyId: keys.right },
    'config-wrong': { InstanceType: 'ml.m5.large' },
    'config-local': { InstanceType: 'ml.g4dn.xlarge' },
  } as const;
  for (const [EndpointConfigName, { InstanceType, ...key }] of Object.entries(configs)) {
    await sagemaker.send(
      new CreateEndpointConfigCommand({
        EndpointConfigName,
        ProductionVariants: [{ ...variant, InstanceType }],
        ...key,
      }),
    );
  }
  await sagemaker.send(
    new CreateEndpointCommand({ EndpointName: 'serving', EndpointConfigName: 'config-right' }),
  );
}

async function createDomains(sagemaker: SageMakerClient, keys: MotoKeys): Promise<void> {
  const domain = {
    DefaultUserSettings: { ExecutionRole: RoleArn },
    SubnetIds: [privateSubnet],
    VpcId: 'vpc-0aaaaaaaaaaaaaaaa',
  };
  await sagemaker.send(
    new CreateDomainCommand({
      ...domain,
      DomainName: 'studio-right',
      AuthMode: 'SSO',
      AppNetworkAccessType: 'VpcOnly',
      KmsKeyId: keys.right,
    }),
  );
  await sagemaker.send(
    new CreateDomainCommand({
      ...domain,
      DomainName: 'studio-wrong',
      AuthMode: 'IAM',
      AppNetworkAccessType: 'PublicInternetOnly',
    }),
  );
}

/** No shipped rule asks for these, or moto has no way to list them. */
async function createWhatMotoCannotList(sagemaker: SageMakerClient): Promise<void> {
  await sagemaker.send(
    new CreateNotebookInstanceLifecycleConfigCommand({
      NotebookInstanceLifecycleConfigName: 'on-start',
      OnStart: [{ Content: Buffer.from('#!/bin/sh\ntrue\n').toString('base64') }],
    }),
  );
  await sagemaker.send(
    new CreateFeatureGroupCommand({
      FeatureGroupName: 'features',
      RecordIdentifierFeatureName: 'id',
      EventTimeFeatureName: 'at',
      FeatureDefinitions: [
        { FeatureName: 'id', FeatureType: 'String' },
        { FeatureName: 'at', FeatureType: 'Fractional' },
      ],
      RoleArn,
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://models/features' } },
    }),
  );
  await sagemaker.send(
    new CreateProcessingJobCommand({
      ProcessingJobName: 'evaluation',
      RoleArn,
      AppSpecification: { ImageUri: image },
      ProcessingResources: {
        ClusterConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
      },
    }),
  );
  await sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'released' }));
}
