import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { Answers } from './fake-aws.ts';

export const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k-1';

export const keyMetadata: KeyMetadata = {
  KeyId: 'k-1',
  Arn: keyArn,
  CreationDate: new Date('2026-01-02T03:04:05Z'),
  KeyManager: 'CUSTOMER',
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeySpec: 'SYMMETRIC_DEFAULT',
  KeyUsage: 'ENCRYPT_DECRYPT',
  MultiRegion: false,
};

/** One customer-managed key with everything. */
export const keyAnswers = {
  'kms:ListKeys': { Keys: [{ KeyId: 'k-1', KeyArn: keyArn }], Truncated: false },
  'kms:ListAliases': {
    Aliases: [
      { AliasName: 'alias/models', TargetKeyId: 'k-1' },
      { AliasName: 'alias/archive', TargetKeyId: 'k-1' },
      { AliasName: 'alias/other', TargetKeyId: 'k-2' },
      { AliasName: 'alias/aws/dynamodb' },
    ],
    Truncated: false,
  },
  'kms:DescribeKey': { KeyMetadata: keyMetadata },
  'kms:GetKeyPolicy': { Policy: '{"Statement":[]}' },
  'kms:ListGrants': { Grants: [], Truncated: false },
  'kms:GetKeyRotationStatus': { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
  'kms:ListResourceTags': { Tags: [{ TagKey: 'team', TagValue: 'ml' }], Truncated: false },
} satisfies Answers;

/** A description that differs from that key's. */
export function described(changed: Partial<KeyMetadata>): Answers {
  return { 'kms:DescribeKey': { KeyMetadata: { ...keyMetadata, ...changed } } };
}
