// What single services say of policies, as far as the generators go.

/** Organizations, "Resource control policies": the services whose resources they bind. */
export function isRcpService(action: string): boolean {
  const services = ['s3', 'sts', 'kms', 'sqs', 'secretsmanager', 'dynamodb', 'ecr', 'logs'];
  // "RCPs do not apply to … kms:RetireGrant."
  return services.includes(serviceOf(action)) && action.toLowerCase() !== 'kms:retiregrant';
}

/**
 * "No principal has any permissions to a KMS key unless they are explicitly allowed"; a role can be
 * assumed only if its trust policy says so.
 */
export function mustBeNamed(action: string): boolean {
  const lower = action.toLowerCase();
  if (serviceOf(action) === 'kms') return lower !== 'kms:listkeys' && lower !== 'kms:createkey';
  return (
    lower.startsWith('sts:assumerole') ||
    ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'].includes(lower)
  );
}

const acrossAccounts = [
  ...['createGrant', 'decrypt', 'deriveSharedSecret', 'describeKey', 'encrypt', 'generateDataKey'],
  ...['generateDataKeyPair', 'generateDataKeyPairWithoutPlaintext', 'generateMac', 'getPublicKey'],
  ...['generateDataKeyWithoutPlaintext', 'getKeyRotationStatus', 'listGrants', 'retireGrant'],
  ...['reEncryptFrom', 'reEncryptTo', 'revokeGrant', 'sign', 'verify', 'verifyMac'],
].map((name) => `kms:${name.toLowerCase()}`);

/** KMS, "Allowing users in other accounts to use a KMS key": other operations do not work. */
export function isOutsideKms(action: string): boolean {
  return serviceOf(action) === 'kms' && !acrossAccounts.includes(action.toLowerCase());
}

/**
 * STS: federated users "cannot call any STS operations except GetCallerIdentity"; "Roles may not be
 * assumed by root accounts"; sessions of roles cannot ask for further long-term-only credentials.
 */
export function isOutsideSts(action: string, caller: string): boolean {
  const name = action.toLowerCase();
  if (serviceOf(name) !== 'sts') return false;
  if (caller === 'federated-user') return true;
  if (caller === 'root') return name === 'sts:assumerole' || name === 'sts:assumeroot';
  const longTerm = ['sts:getfederationtoken', 'sts:getsessiontoken'];
  return caller === 'role' && longTerm.includes(name);
}

/** KMS and STS take no request without credentials; STS takes a token or an assertion instead. */
export function needsCredentials(action: string, caller: string): boolean {
  if (caller === 'anonymous') return ['kms', 'sts'].includes(serviceOf(action));
  return caller === 'federated' && serviceOf(action) === 'kms';
}

function serviceOf(action: string): string {
  return action.toLowerCase().split(':')[0] ?? '';
}
