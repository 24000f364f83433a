import type { Context } from '../context.ts';
import type { PreparedRequest } from '../prepared-request.ts';

/**
 * The same request as the bucket behind an access point sees it: for the bucket or its object, with
 * the keys that tell which access point it came through (S3 User Guide, "Delegating access control
 * to access points"). Undefined if the resource is no access point.
 */
export function behindAccessPoint(
  request: PreparedRequest,
  bucket: string,
): PreparedRequest | undefined {
  const match = /^(arn:[^:]*:s3:[^:]*:(\d{12}):accesspoint\/[^/]+)(?:\/object\/(.+))?$/s.exec(
    request.resource,
  );
  if (match === null) return undefined;
  const [, arn = '', account = '', key] = match;
  const own = new Map([
    ['s3:dataaccesspointarn', [arn]],
    ['s3:dataaccesspointaccount', [account]],
  ]);
  const context: Context = { get: (name) => own.get(name) ?? request.context.get(name) };
  return { ...request, resource: key === undefined ? bucket : `${bucket}/${key}`, context };
}
