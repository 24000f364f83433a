import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { AwsError } from '../aws-error.ts';
import { readQueryInput } from './query-input.ts';
import { readS3Target } from './s3-target.ts';
import { readS3ControlTarget } from './s3-control-target.ts';
import type { Service } from '../call.ts';
import type { Signer } from '../caller.ts';
import type { WireRequest } from '../wire.ts';

/** What a request asks for, and who signed it for which region. */
export interface Target {
  readonly signer: Signer;
  readonly region: string;
  /** As far as it can be told; the sandbox may not serve it. */
  readonly operation: string;
  readonly input: JsonObject;
}

interface Credential {
  readonly keyId: string;
  readonly region: string;
  readonly service: string;
}

/** Undefined when the request is not signed for one of the services of the sandbox. */
export function serviceOfRequest(request: WireRequest): Service | undefined {
  const credential = readCredential(request);
  return credential && serviceOf(credential, request);
}

/** Throws `AwsError` when the body cannot be read. */
export function readTarget(service: Service, request: WireRequest): Target {
  const { keyId = '', region = '' } = readCredential(request) ?? {};
  const sessionToken = request.headers['x-amz-security-token'];
  return { signer: { service, keyId, sessionToken }, region, ...readOperation(service, request) };
}

/** `AWS4-HMAC-SHA256 Credential=KEY/20261101/eu-west-1/s3/aws4_request, …` (SigV4). */
function readCredential(request: WireRequest): Credential | undefined {
  const authorization = request.headers['authorization'] ?? '';
  const match = /Credential=([^/,\s]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(authorization);
  if (match === null) return undefined;
  const [, keyId = '', region = '', service = ''] = match;
  return { keyId, region, service };
}

function serviceOf(credential: Credential, request: WireRequest): Service | undefined {
  switch (credential.service) {
    case 'sts':
    case 'account':
    case 'iam':
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
      return credential.service;
    case 's3':
      // S3 Control signs as S3; its version in the path tells them apart.
      return request.path.startsWith('/v20180820/') ? 's3control' : 's3';
    default:
      return undefined;
  }
}

function readOperation(
  service: Service,
  request: WireRequest,
): Pick<Target, 'operation' | 'input'> {
  switch (service) {
    case 'sts':
    case 'iam':
      return readQueryInput(request.body);
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
      return { operation: jsonTarget(request, service), input: jsonBody(request) };
    case 'account':
      return {
        operation: request.path === '/listRegions' ? 'ListRegions' : request.path,
        input: jsonBody(request),
      };
    case 's3':
      return readS3Target(request);
    case 's3control':
      return readS3ControlTarget(request);
  }
}

/** `ListKeys` of `X-Amz-Target: TrentService.ListKeys`; the whole header when it is another's. */
const prefixes = {
  kms: 'TrentService.',
  ecr: 'AmazonEC2ContainerRegistry_V20150921.',
  organizations: 'AWSOrganizationsV20161128.',
  sagemaker: 'SageMaker.',
} as const;

function jsonTarget(request: WireRequest, service: keyof typeof prefixes): string {
  const target = request.headers['x-amz-target'] ?? '';
  const prefix = prefixes[service];
  return target.startsWith(prefix) ? target.slice(prefix.length) : target;
}

function jsonBody(request: WireRequest): JsonObject {
  if (request.body === '') return {};
  try {
    const value: unknown = JSON.parse(request.body);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object');
}
