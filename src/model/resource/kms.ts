import type { FieldSpec, Tags } from './field.ts';
import type { PolicyText } from '../policy.ts';

export interface KmsKey {
  /** `CUSTOMER` or `AWS`. */
  readonly manager: string;
  readonly keyState: string;
  readonly origin: string;
  /** E.g. `SYMMETRIC_DEFAULT`. */
  readonly spec: string;
  readonly usage: string;
  readonly multiRegion: boolean;
  readonly deletionDate: string;
  readonly createdAt: string;
  readonly policy: PolicyText;
  readonly grants: readonly KmsGrant[];
  readonly rotation: { readonly enabled: boolean; readonly periodDays: number | null };
  /** Names, e.g. `alias/models`. */
  readonly aliases: readonly string[];
  readonly tags: Tags;
}

export const kmsKeyFields: FieldSpec<KmsKey> = {
  manager: 'stable',
  keyState: 'stable',
  origin: 'stable',
  spec: 'stable',
  usage: 'stable',
  multiRegion: 'stable',
  deletionDate: 'stable',
  createdAt: 'stable',
  policy: 'stable',
  grants: 'stable',
  rotation: 'stable',
  aliases: 'stable',
  tags: 'stable',
};

export interface KmsGrant {
  readonly id: string;
  readonly grantee: string;
  readonly retiring: string | null;
  readonly issuer: string | null;
  readonly operations: readonly string[];
  readonly encryptionContextEquals: Tags | null;
  readonly encryptionContextSubset: Tags | null;
  /** ARN of the only resource on whose behalf the grant can be used; left out if there is none. */
  readonly sourceArn?: string;
}
