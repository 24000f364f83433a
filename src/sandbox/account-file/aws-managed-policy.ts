import type { JsonObject } from '../../model/json.ts';

interface AwsManagedPolicy {
  readonly version: string;
  readonly statements: readonly JsonObject[];
}

function allow(action: readonly string[], condition?: JsonObject): JsonObject {
  const statement = { Effect: 'Allow', Action: action, Resource: '*' };
  return condition === undefined ? statement : { ...statement, Condition: condition };
}

/**
 * AWS-managed policies by name (with their path) that an account file may attach. Abridged: each
 * says the kind of thing that AWS's says, not all of it.
 */
export const awsManagedPolicies: { readonly [name: string]: AwsManagedPolicy } = {
  AdministratorAccess: { version: 'v1', statements: [allow(['*'])] },
  PowerUserAccess: {
    version: 'v6',
    statements: [
      {
        Effect: 'Allow',
        NotAction: ['iam:*', 'organizations:*', 'account:*'],
        Resource: '*',
      },
      allow(['iam:ListRoles', 'organizations:DescribeOrganization', 'account:ListRegions']),
    ],
  },
  ReadOnlyAccess: {
    version: 'v140',
    statements: [
      allow([
        'ecr:Get*',
        'iam:Get*',
        'iam:List*',
        'kms:Describe*',
        'kms:Get*',
        'kms:List*',
        's3:Get*',
        's3:List*',
        'sagemaker:Describe*',
        'sagemaker:List*',
      ]),
    ],
  },
  SecurityAudit: {
    version: 'v55',
    statements: [
      allow([
        'iam:GenerateCredentialReport',
        'iam:Get*',
        'iam:List*',
        'kms:DescribeKey',
        'kms:GetKeyPolicy',
        'kms:GetKeyRotationStatus',
        'kms:List*',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:ListAllMyBuckets',
        'sagemaker:Describe*',
        'sagemaker:List*',
      ]),
    ],
  },
  AmazonSageMakerFullAccess: {
    version: 'v28',
    statements: [
      allow(['sagemaker:*', 'ecr:*', 'logs:*', 'cloudwatch:*', 's3:ListAllMyBuckets']),
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        Resource: ['arn:aws:s3:::*SageMaker*', 'arn:aws:s3:::*sagemaker*'],
      },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::*:role/*AmazonSageMaker*',
        Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      },
    ],
  },
  AmazonSageMakerReadOnly: {
    version: 'v11',
    statements: [allow(['sagemaker:Describe*', 'sagemaker:List*', 'sagemaker:Get*'])],
  },
  AmazonS3FullAccess: { version: 'v2', statements: [allow(['s3:*', 's3-object-lambda:*'])] },
  AmazonS3ReadOnlyAccess: { version: 'v3', statements: [allow(['s3:Get*', 's3:List*'])] },
  AmazonEC2ContainerRegistryFullAccess: {
    version: 'v1',
    statements: [allow(['ecr:*', 'cloudtrail:LookupEvents'])],
  },
  AmazonEC2ContainerRegistryReadOnly: {
    version: 'v3',
    statements: [
      allow([
        'ecr:GetAuthorizationToken',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
        'ecr:DescribeRepositories',
      ]),
    ],
  },
  AWSKeyManagementServicePowerUser: {
    version: 'v4',
    statements: [allow(['kms:CreateAlias', 'kms:CreateKey', 'kms:Describe*', 'kms:List*'])],
  },
  IAMUserChangePassword: {
    version: 'v2',
    statements: [
      {
        Effect: 'Allow',
        Action: 'iam:ChangePassword',
        Resource: 'arn:aws:iam::*:user/${aws:username}',
      },
      allow(['iam:GetAccountPasswordPolicy']),
    ],
  },
  'job-function/ViewOnlyAccess': {
    version: 'v25',
    statements: [allow(['s3:ListAllMyBuckets', 'sagemaker:List*', 'iam:List*', 'kms:ListKeys'])],
  },
  'service-role/AWSLambdaBasicExecutionRole': {
    version: 'v1',
    statements: [allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'])],
  },
};
