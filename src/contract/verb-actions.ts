import type { Verb } from './contract.ts';
import type { SageMakerPlace } from './named-place.ts';

/** What a place is, and with it what one can do there. */
export type PlaceType =
  | 'object'
  | 'bucket'
  | 'encryption-key'
  | 'signing-key'
  | 'mac-key'
  | 'repository'
  | SageMakerPlace;

export interface VerbActions {
  /** Each of them gives the access: nobody else can any of these. */
  readonly each: readonly string[];
  /** What those who are to have the access can do at the least; undefined: nothing here. */
  readonly least?: string;
}

type Actions = { readonly [V in Verb]: VerbActions };

/** The first action is what one can do at the least. */
function all(...each: readonly [string, ...string[]]): VerbActions {
  return { each, least: each[0] };
}

function notAsked(...each: readonly string[]): VerbActions {
  return { each };
}

const keyAdministration: Pick<Actions, 'delete' | 'administer'> = {
  delete: all('kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial'),
  administer: all(
    'kms:PutKeyPolicy',
    'kms:CreateGrant',
    'kms:RevokeGrant',
    'kms:ImportKeyMaterial',
    'kms:ReplicateKey',
    'kms:TagResource',
    'kms:UntagResource',
  ),
};

const tagging = ['sagemaker:AddTags', 'sagemaker:DeleteTags'] as const;

/**
 * The actions behind the verbs, by the service authorization reference. Reading is to get the
 * content, not its description; administering is to change who can, or what keeps the content. What
 * only services do, e.g. s3:ReplicateObject, is the right to let them, and that is administering.
 */
export const verbActions: { readonly [T in PlaceType]: Actions } = {
  object: {
    read: all('s3:GetObject', 's3:GetObjectVersion'),
    write: all('s3:PutObject'),
    delete: all('s3:DeleteObject', 's3:DeleteObjectVersion'),
    administer: notAsked(
      's3:PutObjectAcl',
      's3:PutObjectVersionAcl',
      's3:PutObjectRetention',
      's3:PutObjectLegalHold',
      's3:BypassGovernanceRetention',
    ),
  },
  bucket: {
    read: notAsked(),
    write: notAsked(),
    delete: notAsked('s3:DeleteBucket'),
    administer: all(
      's3:PutBucketPolicy',
      's3:DeleteBucketPolicy',
      's3:PutBucketAcl',
      's3:PutBucketOwnershipControls',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketVersioning',
      's3:PutBucketObjectLockConfiguration',
      's3:PutEncryptionConfiguration',
      's3:PutLifecycleConfiguration',
      's3:PutReplicationConfiguration',
    ),
  },
  'encryption-key': {
    read: all('kms:Decrypt', 'kms:ReEncryptFrom'),
    write: all(
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:GenerateDataKeyPair',
      'kms:GenerateDataKeyPairWithoutPlaintext',
      'kms:Encrypt',
      'kms:ReEncryptTo',
    ),
    ...keyAdministration,
  },
  'signing-key': { read: all('kms:Verify'), write: all('kms:Sign'), ...keyAdministration },
  'mac-key': { read: all('kms:VerifyMac'), write: all('kms:GenerateMac'), ...keyAdministration },
  repository: {
    read: all('ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'),
    write: all('ecr:PutImage'),
    delete: all('ecr:BatchDeleteImage', 'ecr:DeleteRepository'),
    administer: all(
      'ecr:SetRepositoryPolicy',
      'ecr:DeleteRepositoryPolicy',
      'ecr:PutImageTagMutability',
      'ecr:PutLifecyclePolicy',
    ),
  },
  endpoint: {
    read: all(
      'sagemaker:InvokeEndpoint',
      'sagemaker:InvokeEndpointAsync',
      'sagemaker:InvokeEndpointWithResponseStream',
    ),
    write: all('sagemaker:UpdateEndpoint', 'sagemaker:UpdateEndpointWeightsAndCapacities'),
    delete: all('sagemaker:DeleteEndpoint'),
    administer: all(...tagging),
  },
  'feature-group': {
    read: all('sagemaker:GetRecord', 'sagemaker:BatchGetRecord'),
    write: all('sagemaker:PutRecord'),
    delete: all('sagemaker:DeleteFeatureGroup', 'sagemaker:DeleteRecord'),
    administer: all('sagemaker:UpdateFeatureGroup', ...tagging),
  },
  model: {
    read: all('sagemaker:DescribeModel'),
    write: all('sagemaker:CreateModel'),
    delete: all('sagemaker:DeleteModel'),
    administer: all(...tagging),
  },
  'model-package': {
    read: all('sagemaker:DescribeModelPackage', 'sagemaker:BatchDescribeModelPackage'),
    write: all('sagemaker:UpdateModelPackage', 'sagemaker:CreateModelPackage'),
    delete: all('sagemaker:DeleteModelPackage'),
    administer: all(...tagging),
  },
  'model-package-group': {
    read: all('sagemaker:DescribeModelPackageGroup'),
    write: all('sagemaker:CreateModelPackageGroup'),
    delete: all('sagemaker:DeleteModelPackageGroup'),
    administer: all(
      'sagemaker:PutModelPackageGroupPolicy',
      'sagemaker:DeleteModelPackageGroupPolicy',
      ...tagging,
    ),
  },
  'notebook-instance': {
    read: all('sagemaker:CreatePresignedNotebookInstanceUrl'),
    write: all('sagemaker:UpdateNotebookInstance'),
    delete: all('sagemaker:DeleteNotebookInstance'),
    administer: all(...tagging),
  },
  pipeline: {
    read: all('sagemaker:DescribePipeline'),
    write: all('sagemaker:UpdatePipeline', 'sagemaker:CreatePipeline'),
    delete: all('sagemaker:DeletePipeline'),
    administer: all(...tagging),
  },
};
