import type { JsonObject } from '../../model/json.ts';
import type { WireRequest } from '../wire.ts';

/**
 * S3 Control's REST. The account stands in a header, and in front of the host unless a custom
 * endpoint has it removed because the name would not resolve.
 */
export function readS3ControlTarget(request: WireRequest): {
  operation: string;
  input: JsonObject;
} {
  const account =
    request.headers['x-amz-account-id'] ?? /^(\d{12})\./.exec(request.host)?.[1] ?? '';
  const path = request.path.replace(/^\/v20180820\//, '');
  const found = request.method === 'GET' ? matchPath(path) : undefined;
  const { bucket, maxResults, nextToken } = request.query;
  return {
    operation: found?.operation ?? `${request.method} ${path}`,
    input: {
      AccountId: account,
      ...(found?.name !== undefined && { Name: found.name }),
      ...(bucket !== undefined && { Bucket: bucket }),
      ...(maxResults !== undefined && { MaxResults: maxResults }),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    },
  };
}

function matchPath(path: string): { operation: string; name?: string } | undefined {
  if (path === 'configuration/publicAccessBlock') return { operation: 'GetPublicAccessBlock' };
  if (path === 'accesspoint') return { operation: 'ListAccessPoints' };
  const [, name, detail] = /^accesspoint\/([^/]+)(?:\/(policy|policyStatus))?$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  switch (detail) {
    case 'policy':
      return { operation: 'GetAccessPointPolicy', name };
    case 'policyStatus':
      return { operation: 'GetAccessPointPolicyStatus', name };
    default:
      return { operation: 'GetAccessPoint', name };
  }
}
