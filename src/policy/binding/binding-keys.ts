import type { Operator } from '../operator.ts';
import { accountOfPattern, hasWildcard } from './arn-account.ts';
import type { Binding } from './binding.ts';
import { addressBinding } from './address-binding.ts';

/** What one value of a key, under a positive operator, does to keep strangers out. */
type JudgeValue = (value: string, operator: Operator) => Binding;

const textOperators: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);
const arnOperators: ReadonlySet<string> = new Set([...textOperators, 'ArnEquals', 'ArnLike']);

/** A fixed text; a wildcard or a variable lets others in. */
const fixed: JudgeValue = (value, operator) => {
  if (!textOperators.has(operator.base)) return 'unclear';
  return hasWildcard(value) || namesAnonymous(value) ? 'open' : 'binds';
};

/** What aws:PrincipalAccount and aws:userid hold for a caller without credentials. */
function namesAnonymous(value: string): boolean {
  return value.toLowerCase() === 'anonymous';
}

/** The organisation comes first in a path, so only what follows it may vary. */
const orgPath: JudgeValue = (value, operator) => {
  if (!textOperators.has(operator.base)) return 'unclear';
  const [organisation = '', ...rest] = value.split('/');
  return rest.length > 0 && /^o-[a-z0-9]+$/.test(organisation) ? 'binds' : 'open';
};

/** An ARN of one account. ARNs of buckets name no account; their own name must then be fixed. */
const arn: JudgeValue = (value, operator) => {
  if (!arnOperators.has(operator.base)) return 'unclear';
  if (accountOfPattern(value, operator) !== undefined || !hasWildcard(value)) return 'binds';
  return /^arn:[a-z-]+:s3:::[^*?$/]+\/\*$/.test(value) ? 'binds' : 'open';
};

/** `<unique id>:<session name>`: the id pins one role, so the session may vary. */
const userId: JudgeValue = (value, operator) => {
  if (!textOperators.has(operator.base)) return 'unclear';
  if (!hasWildcard(value)) return namesAnonymous(value) ? 'open' : 'binds';
  return /^A[A-Z0-9]{15,}:[^$]*$/.test(value) ? 'binds' : 'open';
};

const unclear: JudgeValue = () => 'unclear';

/**
 * Keys whose fixed values make a grant "not public": Amazon S3 User Guide, Blocking public access,
 * "The meaning of public". Those marked unclear narrow a grant in ways we do not judge.
 */
export const bindingKeys: ReadonlyMap<string, JudgeValue> = new Map<string, JudgeValue>([
  ['aws:principalaccount', fixed],
  ['aws:principalorgid', fixed],
  ['aws:principalorgpaths', orgPath],
  ['aws:principalarn', arn],
  ['aws:principalservicename', fixed],
  ['aws:principalservicenameslist', fixed],
  ['aws:principalisawsservice', unclear],
  ['aws:sourceaccount', fixed],
  ['aws:sourceowner', fixed],
  ['aws:sourcearn', arn],
  ['aws:sourceorgid', fixed],
  ['aws:sourceorgpaths', orgPath],
  ['aws:sourcevpc', fixed],
  ['aws:sourcevpce', fixed],
  ['aws:sourceip', addressBinding],
  ['aws:userid', userId],
  ['s3:dataaccesspointaccount', fixed],
  ['s3:dataaccesspointarn', arn],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', unclear],
]);

/** Keys that any caller can meet. A name that ends in `/` stands for the whole family. */
export const openKeys: readonly string[] = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principaltag/',
  'aws:principaltype',
  'aws:referer',
  'aws:requestedregion',
  'aws:requesttag/',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourcetag/',
  'aws:securetransport',
  'aws:tagkeys',
  'aws:useragent',
  'aws:viaawsservice',
  'aws:vpcsourceip',
  's3:authtype',
  's3:delimiter',
  's3:existingobjecttag/',
  's3:max-keys',
  's3:object-lock-mode',
  's3:prefix',
  's3:requestobjecttag/',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:versionid',
  's3:x-amz-acl',
  's3:x-amz-content-sha256',
  's3:x-amz-server-side-encryption',
  's3:x-amz-storage-class',
];
