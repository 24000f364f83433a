/**
 * Operations that callers of another account can be allowed (KMS Developer Guide, "Allowing users in
 * other accounts to use a KMS key").
 */
const acrossAccounts: ReadonlySet<string> = new Set(
  [
    ...['CreateGrant', 'Decrypt', 'DeriveSharedSecret', 'DescribeKey', 'Encrypt'],
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
