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
