/**
 * Operations that callers of another account can be allowed: those of which the KMS API reference
 * says "Cross-account use: Yes".
 */
const acrossAccounts: ReadonlySet<string> = new Set(
  [
    ...['CreateGrant', 'Decapsulate', 'Decrypt', 'DeriveSharedSecret', 'DescribeKey'],
    ...['Encapsulate', 'Encrypt'],
    ...['GenerateDataKey', 'GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'],
    ...['GenerateDataKeyWithoutPlaintext', 'GenerateMac', 'GetKeyRotationStatus', 'GetPublicKey'],
    ...['ListGrants', 'ReEncryptFrom', 'ReEncryptTo', 'ReEncrypt', 'RetireGrant', 'RevokeGrant'],
    ...['Sign', 'Verify', 'VerifyMac'],
  ].map((name) => `kms:${name.toLowerCase()}`),
);

/** `action` in lower case. */
export function worksAcrossAccounts(action: string): boolean {
  return acrossAccounts.has(action);
}

/** Operations that a grant can allow (KMS Developer Guide, "Grant operations"). */
export const grantable: ReadonlySet<string> = new Set(
  [
    ...['CreateGrant', 'Decrypt', 'DeriveSharedSecret', 'DescribeKey', 'Encrypt', 'GenerateMac'],
    ...['GenerateDataKey', 'GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'],
    ...['GenerateDataKeyWithoutPlaintext', 'GetPublicKey', 'ReEncryptFrom', 'ReEncryptTo'],
    ...['RetireGrant', 'Sign', 'Verify', 'VerifyMac', 'Decapsulate', 'Encapsulate'],
  ].map((name) => `kms:${name.toLowerCase()}`),
);

/** `action` in lower case. */
export function isGrantable(action: string): boolean {
  return grantable.has(action);
}
