import { AwsError } from './aws-error.ts';
import type { Service } from './call.ts';

export type CommonError =
  'denied' | 'expired' | 'unknownKey' | 'throttled' | 'failure' | 'badToken' | 'unserved';

type ErrorRow = readonly [code: string, status: number, message: string];

const invalidToken = 'The security token included in the request is invalid.';
const expiredToken = 'The security token included in the request is expired';

const query = {
  denied: ['AccessDenied', 403, 'Access denied'],
  expired: ['ExpiredToken', 403, expiredToken],
  unknownKey: ['InvalidClientTokenId', 403, invalidToken],
  throttled: ['Throttling', 400, 'Rate exceeded'],
  failure: [
    'ServiceFailure',
    500,
    'The request processing has failed because of an unknown error.',
  ],
  badToken: ['ValidationError', 400, 'Invalid Marker.'],
  unserved: ['InvalidAction', 400, 'Could not find operation'],
} satisfies Record<CommonError, ErrorRow>;

const json = {
  denied: ['AccessDeniedException', 400, 'Access denied'],
  expired: ['ExpiredTokenException', 400, expiredToken],
  unknownKey: ['UnrecognizedClientException', 400, invalidToken],
  throttled: ['ThrottlingException', 400, 'Rate exceeded'],
  failure: [
    'InternalFailure',
    500,
    'The request processing has failed because of an unknown error.',
  ],
  badToken: ['ValidationException', 400, 'The pagination token is not valid.'],
  unserved: ['UnknownOperationException', 400, 'The operation is not known'],
} satisfies Record<CommonError, ErrorRow>;

const s3 = {
  denied: ['AccessDenied', 403, 'Access Denied'],
  expired: ['ExpiredToken', 400, 'The provided token has expired.'],
  unknownKey: [
    'InvalidAccessKeyId',
    403,
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  throttled: ['SlowDown', 503, 'Please reduce your request rate.'],
  failure: ['InternalError', 500, 'We encountered an internal error. Please try again.'],
  badToken: ['InvalidArgument', 400, 'The continuation token provided is incorrect'],
  unserved: [
    'NotImplemented',
    501,
    'A header you provided implies functionality that is not implemented',
  ],
} satisfies Record<CommonError, ErrorRow>;

/** Code, HTTP status and message by which each service says the same thing. */
const rows: { readonly [S in Service]: Record<CommonError, ErrorRow> } = {
  iam: query,
  sts: { ...query, failure: ['InternalFailure', 500, query.failure[2]] },
  s3,
  s3control: s3,
  kms: {
    ...json,
    failure: ['KMSInternalException', 500, 'An internal error occurred.'],
    badToken: ['InvalidMarkerException', 400, 'The marker is not valid.'],
  },
  ecr: {
    ...json,
    failure: ['ServerException', 500, json.failure[2]],
    badToken: ['InvalidParameterException', 400, 'Invalid parameter at nextToken.'],
  },
  organizations: {
    ...json,
    throttled: [
      'TooManyRequestsException',
      400,
      'AWS Organizations could not complete your request.',
    ],
    failure: ['ServiceException', 500, json.failure[2]],
    badToken: ['InvalidInputException', 400, 'You provided an invalid NextToken.'],
  },
  sagemaker: json,
  account: {
    ...json,
    denied: ['AccessDeniedException', 403, json.denied[2]],
    expired: ['ExpiredTokenException', 403, expiredToken],
    unknownKey: ['UnrecognizedClientException', 403, invalidToken],
    throttled: ['TooManyRequestsException', 429, 'Rate exceeded'],
    failure: ['InternalServerException', 500, json.failure[2]],
  },
};

/** An error that every service knows, in the words of this one. */
export function serviceError(service: Service, error: CommonError, message?: string): AwsError {
  const [code, status, usual] = rows[service][error];
  return new AwsError(code, message ?? usual, { status });
}
