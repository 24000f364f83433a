import type { Container, FieldSpec, Tags } from './field.ts';
import type { PolicyText } from '../policy.ts';

export interface ModelPackageGroup {
  readonly status: string;
  readonly createdAt: string;
  readonly policy: PolicyText;
  readonly tags: Tags;
}

export const modelPackageGroupFields: FieldSpec<ModelPackageGroup> = {
  status: 'volatile',
  createdAt: 'stable',
  policy: 'stable',
  tags: 'stable',
};

export interface ModelPackage {
  readonly status: string;
  readonly createdAt: string;
  /** Group name; absent for an unversioned package. */
  readonly group: string;
  readonly version: number;
  readonly approvalStatus: string;
  readonly approvalDescription: string;
  /** ARN of the user profile, role or user, as far as AWS gives it. */
  readonly createdBy: string;
  readonly lastModifiedBy: string;
  readonly containers: readonly Container[];
  /** S3 URIs of the evaluation reports. */
  readonly metrics: readonly string[];
  readonly key: string;
  readonly skipValidation: string;
  readonly tags: Tags;
}

export const modelPackageFields: FieldSpec<ModelPackage> = {
  status: 'volatile',
  createdAt: 'stable',
  group: 'stable',
  version: 'stable',
  approvalStatus: 'stable',
  approvalDescription: 'stable',
  createdBy: 'stable',
  lastModifiedBy: 'stable',
  containers: 'stable',
  metrics: 'stable',
  key: 'stable',
  skipValidation: 'stable',
  tags: 'stable',
};

export interface Pipeline {
  readonly status: string;
  readonly createdAt: string;
  readonly executionRole: string;
  /** SHA-256 (hex) of the definition, which is never stored. */
  readonly definitionSha256: string;
  readonly createdBy: string;
  readonly lastModifiedBy: string;
  readonly tags: Tags;
}

export const pipelineFields: FieldSpec<Pipeline> = {
  status: 'volatile',
  createdAt: 'stable',
  executionRole: 'stable',
  definitionSha256: 'stable',
  createdBy: 'stable',
  lastModifiedBy: 'stable',
  tags: 'stable',
};

export interface FeatureGroup {
  readonly status: string;
  readonly createdAt: string;
  readonly executionRole: string;
  readonly online: { readonly storageType: string; readonly key: string | null };
  readonly offline: { readonly uri: string; readonly key: string | null };
  readonly tags: Tags;
}

export const featureGroupFields: FieldSpec<FeatureGroup> = {
  status: 'volatile',
  createdAt: 'stable',
  executionRole: 'stable',
  online: 'stable',
  offline: 'stable',
  tags: 'stable',
};
