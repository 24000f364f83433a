import type { Account } from '../account.ts';
import type { ReachQuestion } from '../reach/reach-answer.ts';
import { arnOf } from './need.ts';

/** What tells principals of more and of fewer permissions apart, the gravest first. */
export interface Decisive extends ReachQuestion {
  /** Only about objects in S3. */
  readonly inS3: boolean;
}

const known = new WeakMap<Account, readonly Decisive[]>();

const writesOfIam: readonly (readonly [action: string, on: string])[] = [
  ['iam:CreatePolicyVersion', 'policy/*'],
  ['iam:AttachRolePolicy', 'role/*'],
  ['iam:PutRolePolicy', 'role/*'],
  ['iam:UpdateAssumeRolePolicy', 'role/*'],
  ['iam:CreateAccessKey', 'user/*'],
  ['iam:PassRole', 'role/*'],
];

const writesOfSageMaker: readonly (readonly [action: string, on: string])[] = [
  ['sagemaker:UpdateModelPackage', 'model-package/*'],
  ['sagemaker:CreateEndpoint', 'endpoint/*'],
  ['sagemaker:UpdateEndpoint', 'endpoint/*'],
  ['sagemaker:DeleteEndpoint', 'endpoint/*'],
  ['sagemaker:CreateModel', 'model/*'],
  ['sagemaker:CreateTrainingJob', 'training-job/*'],
  ['sagemaker:CreateProcessingJob', 'processing-job/*'],
  ['sagemaker:UpdatePipeline', 'pipeline/*'],
  ['sagemaker:StartPipelineExecution', 'pipeline/*'],
  ['sagemaker:InvokeEndpoint', 'endpoint/*'],
];

/**
 * A fixed list of questions for the account: writing in IAM, what each bucket holds, its policy,
 * each key, and what decides in SageMaker.
 */
export function decisiveQuestions(account: Account): readonly Decisive[] {
  const questions = known.get(account) ?? listQuestions(account);
  known.set(account, questions);
  return questions;
}

function listQuestions(account: Account): readonly Decisive[] {
  const typed = (list: typeof writesOfIam): readonly Decisive[] =>
    list.map(([action, on]) => ({ action, resource: arnOf(account, action, on), inS3: false }));
  const buckets = account.all('s3.bucket').map(({ id }) => id);
  const keys = account
    .all('kms.key')
    // Those that AWS manages for a service tell nobody of the account apart.
    .filter(({ manager }) => !(manager.state === 'present' && manager.value === 'AWS'))
    .map(({ id }) => id);
  return [
    ...typed(writesOfIam),
    ...['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].flatMap((action) =>
      buckets.map((id) => ({ action, resource: `${id}/*`, inS3: true })),
    ),
    ...buckets.map((id) => ({ action: 's3:PutBucketPolicy', resource: id, inS3: false })),
    ...['kms:Decrypt', 'kms:PutKeyPolicy'].flatMap((action) =>
      keys.map((id) => ({ action, resource: id, inS3: false })),
    ),
    ...typed(writesOfSageMaker),
  ];
}
