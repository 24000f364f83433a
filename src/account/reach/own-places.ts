import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';

/** Kinds that access is about; what lies below a bucket is a resource of its own. */
const kinds: readonly Kind[] = [
  's3.bucket',
  's3.access-point',
  'kms.key',
  'iam.role',
  'sagemaker.endpoint',
  'sagemaker.notebook-instance',
  'sagemaker.model-package-group',
  'sagemaker.domain',
  'sagemaker.user-profile',
];

export interface OwnPlaces {
  /** ARNs and patterns. */
  readonly resources: readonly string[];
  readonly missing: readonly Missing[];
}

/** The resources of the snapshot that access to artifacts is about. */
export function ownPlaces(account: Account): OwnPlaces {
  return {
    resources: kinds.flatMap((kind) =>
      account
        .all(kind)
        .flatMap(({ id }) => (kind === 's3.bucket' ? [id, `${id}/*`] : [id]))
        .sort(),
    ),
    missing: kinds.flatMap((kind) => account.gaps(kind)),
  };
}
