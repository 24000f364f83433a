import type { FieldSpec, Tags } from './field.ts';
import type { PolicyText } from '../policy.ts';

export interface EcrRepository {
  readonly createdAt: string;
  /** Without tag or digest, e.g. `111122223333.dkr.ecr.eu-west-1.amazonaws.com/fraud/train`. */
  readonly uri: string;
  readonly policy: PolicyText;
  /** `MUTABLE`, `IMMUTABLE`, or one of them followed by `_WITH_EXCLUSION`. */
  readonly imageTagMutability: string;
  readonly encryption: RepositoryEncryption;
  readonly scanOnPush: boolean;
  readonly tags: Tags;
}

export const ecrRepositoryFields: FieldSpec<EcrRepository> = {
  createdAt: 'stable',
  uri: 'stable',
  policy: 'stable',
  imageTagMutability: 'stable',
  encryption: 'stable',
  scanOnPush: 'stable',
  tags: 'stable',
};

export interface RepositoryEncryption {
  /** `AES256`, `KMS` or `KMS_DSSE`. */
  readonly type: string;
  /** Key ARN as given; null where S3's own keys encrypt. */
  readonly key: string | null;
}

/** What holds for all repositories of an account in one region. */
export interface EcrRegistry {
  /** It allows and denies in every repository, beside the repository's own. */
  readonly policy: PolicyText;
}

export const ecrRegistryFields: FieldSpec<EcrRegistry> = { policy: 'stable' };
