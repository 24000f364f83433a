import fc from 'fast-check';
import type { NaiveRequest } from './naive-evaluator/naive-case.ts';
import { callers, other, own, providers, services } from './arbitrary-name.ts';

/** Requests of one kind, and the patterns that meet them. */
export interface Scene {
  readonly principal: fc.Arbitrary<NaiveRequest['principal']>;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly actionPatterns: readonly string[];
  readonly resourcePatterns: readonly string[];
  /** Resource policies of this kind have no Resource: they are trust policies. */
  readonly isTrust: boolean;
  /** Actions that know no resource, and so no resource policy. */
  readonly isResourceless: boolean;
  /** Whose the resource is, where its ARN does not tell. */
  readonly accounts: readonly (string | undefined)[];
}

const usual = {
  isTrust: false,
  isResourceless: false,
  accounts: [undefined, own, own, own, other],
};

const anyone: Scene['principal'] = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...callers) },
  fc.constantFrom(...services).map((service) => ({ service })),
);

/** A variable that may have no value, one with a default, one that is an asterisk. */
const keptByVariable = [
  ...['arn:aws:s3:::a/${aws:username}', "arn:aws:s3:::${aws:PrincipalTag/team, 'a'}/*"],
  'arn:aws:s3:::a/${*}',
];

const buckets: Scene = {
  ...usual,
  principal: anyone,
  actions: ['s3:GetObject', 's3:PutObject', 'S3:getobject'],
  resources: ['arn:aws:s3:::a/x', 'arn:aws:s3:::a/ada', 'arn:aws:s3:::b/x:y', 'arn:aws:s3:::a/X'],
  actionPatterns: [
    ...['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:*', 's3:get*', '*'],
    ...['S3:?etObject', 's3:*Object', 'kms:*'],
  ],
  resourcePatterns: [
    ...['*', '*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::?/x', 'arn:aws:s3:::*/x', 'arn:aws:s3:::b/*'],
    ...['arn:aws:s3', 'arn:aws:s3:::a/x', 'arn:*:s3:::*', 'arn:aws:s3:*', 'arn:aws:s*:::a/*'],
    ...[
      'arn:aws:s3:*:x',
      'arn:aws:s3:*/x',
      'arn:aws:s3:*a*',
      'arn:aws:kms:*:*:*',
      ...keptByVariable,
    ],
  ],
};

const keys: Scene = {
  ...usual,
  principal: anyone,
  actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:DisableKey'],
  resources: [own, own, own, other].map((account) => `arn:aws:kms:eu-west-1:${account}:key/k`),
  actionPatterns: ['kms:*', 'kms:Decrypt', 'kms:De*', 'kms:D*Key', '*', 's3:*'],
  resourcePatterns: [
    ...['*', '*', '*', 'arn:aws:kms:*:*:key/*', `arn:aws:kms:eu-west-1:${own}:key/k`],
    ...['arn:aws:kms:*:key/k', 'arn:aws:kms:*', 'arn:aws:kms:eu-*-1:*:key/k', 'arn:aws:s3:::*'],
  ],
};

const models: Scene = {
  ...usual,
  principal: anyone,
  actions: ['sagemaker:DescribeModel', 'sagemaker:DeleteModel'],
  resources: [own, other].map((account) => `arn:aws:sagemaker:eu-west-1:${account}:model/m`),
  actionPatterns: ['sagemaker:*', 'sagemaker:Describe*', 'SageMaker:*Model', '*', 's3:*'],
  resourcePatterns: [
    ...['*', '*', `arn:aws:sagemaker:eu-west-1:${own}:model/*`, 'arn:aws:sagemaker:*:model/m'],
    ...['arn:aws:sagemaker:*:*:model/?', 'arn:aws:sagemaker:eu-west-1'],
  ],
};

const target = [own, own, own, other].map((account) => `arn:aws:iam::${account}:role/Target`);

const roles: Scene = {
  ...usual,
  principal: anyone,
  actions: ['sts:AssumeRole', 'sts:TagSession'],
  resources: target,
  actionPatterns: ['sts:AssumeRole', 'sts:*', 'sts:assumerole*', '*', 'sts:TagSession'],
  resourcePatterns: ['*', '*', `arn:aws:iam::${own}:role/*`, 'arn:aws:iam::*:role/Target'],
  isTrust: true,
};

const federation: Scene = {
  ...roles,
  principal: fc.constantFrom(...providers).map((federated) => ({ federated })),
  actions: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
  actionPatterns: ['sts:AssumeRoleWith*', 'sts:AssumeRoleWithSAML', 'sts:*', '*'],
};

/** Actions that know no resource. */
const nothing: Scene = {
  ...usual,
  isResourceless: true,
  accounts: [undefined],
  principal: anyone,
  actions: ['s3:ListAllMyBuckets', 'kms:ListKeys', 'sts:GetCallerIdentity'],
  resources: ['*'],
  actionPatterns: ['*', 's3:*', 'kms:List*', 's3:ListAllMyBuckets', 'kms:*'],
  resourcePatterns: ['*', '*', '*', 'arn:aws:s3:::*'],
};

export const scene: fc.Arbitrary<Scene> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(buckets) },
  { weight: 4, arbitrary: fc.constant(keys) },
  { weight: 2, arbitrary: fc.constant(models) },
  { weight: 3, arbitrary: fc.constant(roles) },
  { weight: 1, arbitrary: fc.constant(federation) },
  { weight: 1, arbitrary: fc.constant(nothing) },
);
