import type { FoundContext } from './access-question.ts';

export interface AlignedRequest {
  readonly resource: string;
  readonly context: FoundContext;
}

const key = 'aws:requestedregion';

/**
 * A call is made to the region of its resource: where what was found says otherwise, the resource
 * moves, if it may (`isInside`), or else the region called (IAM: aws:RequestedRegion). What is in no
 * region, such as buckets and roles, is called from any.
 */
export function alignRegion(
  resource: string,
  context: FoundContext,
  isInside: (resource: string) => boolean,
): AlignedRequest {
  const called = context[key];
  const [, start = '', region = '', rest = ''] =
    /^(arn:[^:]*:[^:]*:)([^:]*)(:.*)$/s.exec(resource) ?? [];
  if (typeof called !== 'string' || region === '' || region === called) {
    return { resource, context };
  }
  const moved = `${start}${called}${rest}`;
  if (isInside(moved)) return { resource: moved, context };
  return { resource, context: { ...context, [key]: region } };
}
