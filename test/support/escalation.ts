import type { JsonObject } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import type { Fields, Identity } from '../../src/model/resource.ts';
import { build } from './build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  federatedRole,
  sagemakerArn,
  settings,
} from './ml-account.ts';
import { serviceLinked } from './policy.ts';
import { roleArn } from './principal.ts';

// Somebody who can little, a role that can read a bucket, and what lies between them.

const reads = allow('s3:GetObject', 'arn:aws:s3:::models/*');

/** A role that SageMaker may assume, and that reads the only bucket. */
export const strong = executionRole('strong', reads);
export const bucketOfModels = closedBucket('models');

/** What is in every account of these tests. */
export const scene = [strong, bucketOfModels, ...settings];

/** A role that people take, with these statements alone. */
export function weak(...statements: readonly JsonObject[]) {
  return federatedRole('weak', ...statements);
}

/** The same, and it reads the bucket as well. */
export function equal(...statements: readonly JsonObject[]) {
  return federatedRole('equal', reads, ...statements);
}

export const passStrong = allow('iam:PassRole', strong.id);

/** A role that its service made, and nobody else acts by. */
export const ofService = { ...build('iam.role'), ...serviceLinked };

type Resource<K extends 'sagemaker.notebook-instance' | 'sagemaker.domain' | 'sagemaker.space'> =
  Identity<K> & Fields<K>;

/** A notebook of the strong role. */
export function notebook(
  fields: Partial<Fields<'sagemaker.notebook-instance'>> = {},
): Resource<'sagemaker.notebook-instance'> {
  return build(
    'sagemaker.notebook-instance',
    { status: present('InService'), executionRole: present(roleArn('strong')), ...fields },
    { id: sagemakerArn('notebook-instance/desk'), name: 'desk' },
  );
}

/** A domain of Studio, and its only profile, which works by the strong role. */
export function studio(authMode: 'IAM' | 'SSO', fields: Partial<Fields<'sagemaker.domain'>> = {}) {
  return [
    build(
      'sagemaker.domain',
      { authMode: present(authMode), ...fields },
      { id: sagemakerArn('domain/d-1'), name: 'd-1' },
    ),
    build(
      'sagemaker.user-profile',
      { domain: present('d-1'), executionRole: present(roleArn('strong')) },
      { id: sagemakerArn('user-profile/d-1/ana'), name: 'ana' },
    ),
  ];
}

/** A private space of the profile. */
export function space(
  fields: Partial<Fields<'sagemaker.space'>> = {},
): Resource<'sagemaker.space'> {
  return build(
    'sagemaker.space',
    {
      domain: present('d-1'),
      owner: present('ana'),
      sharing: present('Private'),
      remoteAccess: present('ENABLED'),
      ...fields,
    },
    { id: sagemakerArn('space/d-1/lab'), name: 'lab' },
  );
}

export const pipeline = build(
  'sagemaker.pipeline',
  { executionRole: present(roleArn('strong')) },
  { id: sagemakerArn('pipeline/weekly'), name: 'weekly' },
);

/** A model of the strong role, whose weights lie in the bucket `weights`. */
export const model = build(
  'sagemaker.model',
  {
    executionRole: present(roleArn('strong')),
    containers: present([
      {
        image: null,
        modelDataUrl: 's3://weights/scorer/model.tar.gz',
        modelPackage: null,
        repositoryAccess: null,
        environment: { keys: [], secrets: [] },
        codeUri: null,
        additionalData: [],
      },
    ]),
  },
  { id: sagemakerArn('model/scorer'), name: 'scorer' },
);

/** What serves the model. */
export const serving = [
  build(
    'sagemaker.endpoint-config',
    {
      variants: present([
        {
          name: 'main',
          model: 'scorer',
          instanceType: 'ml.m5.large',
          instanceCount: 1,
          serverless: false,
        },
      ]),
    },
    { id: sagemakerArn('endpoint-config/scorer'), name: 'scorer' },
  ),
  build(
    'sagemaker.endpoint',
    { status: present('InService'), config: present('scorer') },
    { id: sagemakerArn('endpoint/scorer'), name: 'scorer' },
  ),
];

export const weights = closedBucket('weights');
