import type { OperationId } from './sdk.ts';

/** Thrown before a byte is sent: the call is not one of those the collectors declared. */
export class CallRefused extends Error {
  constructor(what: string) {
    super(`refused: ${what} is not a read operation that a collector declared`);
    this.name = 'CallRefused';
  }
}

/** The operations a run may call; nothing else gets out. */
export type AllowList = ReadonlySet<OperationId>;

/** First wall, in the client: by the name of the command. */
export function refuseUndeclared(allowed: AllowList, operation: string): void {
  if (!(allowed as ReadonlySet<string>).has(operation)) throw new CallRefused(operation);
}

const awsHosts =
  /(^|\.)(amazonaws\.com(\.cn)?|api\.aws|amazonaws\.eu|api\.amazonwebservices\.com\.cn)$/;

/**
 * Answers from anywhere but AWS would be forged evidence. An `endpoint_url` in the shared config
 * file is refused here; AWS_ENDPOINT_URL is honoured and recorded.
 */
export function refuseForeignHost(request: OutgoingRequest): void {
  const host = request.hostname ?? '';
  if (awsHosts.test(host)) return;
  throw new CallRefused(`a call to ${host} (set AWS_ENDPOINT_URL to use another endpoint): it`);
}

/** What the second wall needs to see of a request. */
export interface OutgoingRequest {
  readonly method: string;
  readonly hostname?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Second wall, at the transport: by what the request itself says, so that a client built without
 * the first wall is caught too. Throws `CallRefused`.
 */
export function refuseWriting(allowed: AllowList, request: OutgoingRequest): void {
  const operation = operationOnTheWire(request);
  if (operation === undefined) throw new CallRefused(`${request.method} ${request.path}`);
  refuseUndeclared(allowed, operation);
}

const targets: Readonly<Record<string, string>> = {
  TrentService: 'kms',
  SageMaker: 'sagemaker',
  AmazonEC2ContainerRegistry_V20150921: 'ecr',
  AWSOrganizationsV20161128: 'organizations',
};

/** The operation a request stands for, by the marks of its protocol; undefined if there are none. */
function operationOnTheWire(request: OutgoingRequest): string | undefined {
  const target = header(request, 'x-amz-target');
  if (target !== undefined) {
    const [prefix = '', name = ''] = target.split('.');
    return `${targets[prefix] ?? prefix}:${name}`;
  }
  if (request.method === 'POST') return postOperation(request);
  if (request.method !== 'GET') return undefined;
  return header(request, 'x-amz-account-id') === undefined
    ? bucketOperation(request)
    : controlOperation(request.path);
}

function postOperation(request: OutgoingRequest): string | undefined {
  if (request.path === '/listRegions') return 'account:ListRegions';
  const form = new URLSearchParams(bodyText(request.body));
  const action = form.get('Action');
  if (action === null) return undefined;
  return form.get('Version') === '2011-06-15' ? `sts:${action}` : `iam:${action}`;
}

/** Sub-resources of a bucket that we read; an object's path has a second segment and is refused. */
const subresources: Readonly<Record<string, string>> = {
  policy: 'GetBucketPolicy',
  policyStatus: 'GetBucketPolicyStatus',
  encryption: 'GetBucketEncryption',
  publicAccessBlock: 'GetPublicAccessBlock',
  ownershipControls: 'GetBucketOwnershipControls',
  acl: 'GetBucketAcl',
  tagging: 'GetBucketTagging',
  versioning: 'GetBucketVersioning',
  logging: 'GetBucketLogging',
  notification: 'GetBucketNotificationConfiguration',
  accelerate: 'GetBucketAccelerateConfiguration',
  abac: 'GetBucketAbac',
  lifecycle: 'GetBucketLifecycleConfiguration',
  replication: 'GetBucketReplication',
  'object-lock': 'GetObjectLockConfiguration',
  website: 'GetBucketWebsite',
  cors: 'GetBucketCors',
  location: 'GetBucketLocation',
};

function bucketOperation(request: OutgoingRequest): string | undefined {
  const segments = request.path.split('/').filter((segment) => segment !== '');
  if (segments.length > 1) return undefined;
  const names = Object.keys(request.query ?? {}).flatMap((name) =>
    Object.hasOwn(subresources, name) ? [subresources[name]] : [],
  );
  const [name, second] = names;
  if (second !== undefined) return undefined;
  if (name !== undefined) return `s3:${name}`;
  if (segments.length === 1) return undefined;
  // Directory buckets are listed by the same path; only what the SDK says of itself tells.
  const id = request.query?.['x-id'] ?? 'ListBuckets';
  return typeof id === 'string' ? `s3:${id}` : undefined;
}

const controlPaths: readonly (readonly [RegExp, string])[] = [
  [/\/configuration\/publicAccessBlock$/, 'GetPublicAccessBlock'],
  [/\/accesspoint\/?$/, 'ListAccessPoints'],
  [/\/accesspoint\/[^/]+$/, 'GetAccessPoint'],
  [/\/accesspoint\/[^/]+\/policy$/, 'GetAccessPointPolicy'],
  [/\/accesspoint\/[^/]+\/policyStatus$/, 'GetAccessPointPolicyStatus'],
];

function controlOperation(path: string): string | undefined {
  const name = controlPaths.find(([pattern]) => pattern.test(path))?.[1];
  return name && `s3control:${name}`;
}

function header(request: OutgoingRequest, name: string): string | undefined {
  const found = Object.entries(request.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return '';
  // Over the same bytes: the SDK warns when its arrays are read as if they were text.
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
