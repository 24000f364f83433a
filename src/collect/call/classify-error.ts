import { isThrottlingError } from '@smithy/core/retry';
import type { DenialLayer } from '../../model/observed.ts';
import { CallError, CredentialsRejected } from './call-error.ts';

const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AllAccessDisabled',
  'UnauthorizedOperation',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'NotAuthorizedException',
  'Forbidden',
]);

const expired = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'CredentialsProviderError',
]);

/** Wrong credentials, or right ones in an opt-in region that the account has not enabled. */
const unrecognized = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidToken',
  'InvalidAccessKeyId',
  'AuthFailure',
]);

const notFound = new Set([
  'NoSuchBucket',
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFoundException',
  'NoSuchAccessPoint',
  'ResourceNotFound',
  'ResourceNotFoundException',
  'RecordNotFound',
  'RepositoryNotFoundException',
]);

export interface CallPlace {
  readonly operation: string;
  readonly region: string;
  /** The partition's home region, where credentials always count. */
  readonly homeRegion: string;
}

/**
 * Turns whatever the SDK threw into a `CallError`, or into `CredentialsRejected`. The error's name
 * decides; the HTTP status never does alone (NoSuchBucket and NoSuchBucketPolicy are both 404).
 */
export function classifyError(error: unknown, place: CallPlace): CallError | CredentialsRejected {
  const { code, message } = codeAndMessage(error);
  const call = place.operation;
  if (expired.has(code)) return new CredentialsRejected(call, code, message);
  if (unrecognized.has(code)) {
    if (place.region === place.homeRegion) return new CredentialsRejected(call, code, message);
    return new CallError(call, { state: 'denied', call, code }, message);
  }
  if (denials.has(code)) {
    const why = denialLayer(message);
    const denied = { state: 'denied', call, code, ...(why && { why }) } as const;
    return new CallError(call, denied, message);
  }
  if (isNotFound(code, message)) return new CallError(call, { state: 'gone', call, code }, message);
  return new CallError(
    call,
    { state: 'error', call, code, message: message.slice(0, 300) },
    message,
  );
}

/** Half of SageMaker's describe calls have no "not found" error of their own in the API model. */
function isNotFound(code: string, message: string): boolean {
  if (notFound.has(code)) return true;
  return (
    code === 'ValidationException' &&
    /could not find|does not exist|RecordNotFound|requested resource not found/i.test(message)
  );
}

export function isThrottle(error: unknown): boolean {
  // The SDK's type for errors predates exact optional members; any Error will do at run time.
  return (
    error instanceof Error && isThrottlingError(error as Parameters<typeof isThrottlingError>[0])
  );
}

/**
 * A reply that could not be parsed, e.g. a body that ended early or an HTML page of a proxy. The
 * SDK does not retry these.
 */
export function isParseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'EmptyReply' || error.name === 'WebPageReply') return true;
  if (error instanceof SyntaxError) return true;
  return /XML parse error|Unexpected (end|token)|Unterminated/i.test(error.message);
}

function codeAndMessage(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'UnknownError', message: String(error) };
  const code = 'Code' in error && typeof error.Code === 'string' ? error.Code : error.name;
  return { code: code === 'Error' ? systemCode(error) : code, message: error.message };
}

function systemCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'Error';
}

const layerPatterns: readonly (readonly [RegExp, DenialLayer])[] = [
  [/service control polic/i, 'service-control-policy'],
  [/resource control polic/i, 'resource-control-policy'],
  [/permissions boundar/i, 'permissions-boundary'],
  [/session polic/i, 'session-policy'],
  [/VPC endpoint polic/i, 'vpc-endpoint-policy'],
  [/resource-based polic/i, 'resource-policy'],
  [/identity-based polic/i, 'identity-policy'],
];

/** The layer that AWS names in its message, where it does. */
function denialLayer(message: string): DenialLayer | undefined {
  return layerPatterns.find(([pattern]) => pattern.test(message))?.[1];
}
