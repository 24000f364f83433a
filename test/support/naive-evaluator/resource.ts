import { list, type NaiveStatement } from './naive-case.ts';
import type { RequestKeys } from './request-keys.ts';
import { anything, arnParts, expression, isLike } from './text.ts';

export interface ResourceQuestion {
  readonly resource: string;
  readonly keys: RequestKeys;
  readonly variables: boolean;
  /** Whether what is in doubt is to count as a match of the statement. */
  readonly lenient: boolean;
}

/** IAM: Resource and NotResource. */
export function resourceMatches(
  statement: NaiveStatement,
  question: ResourceQuestion,
  missing: boolean,
): boolean {
  const { Resource, NotResource } = statement;
  if (Resource !== undefined) return list(Resource).some((one) => fits(one, question));
  if (NotResource === undefined) return missing;
  const { lenient } = question;
  const excluded = list(NotResource).some((one) => fits(one, { ...question, lenient: !lenient }));
  if (excluded) return false;
  // "The resource that includes a policy variable with no value will not match any resource": of
  // NotResource it can be read as nothing excluded, or as the statement matching nothing.
  return lenient || list(NotResource).every((one) => hasValue(one, question));
}

function hasValue(text: string, { keys, variables }: ResourceQuestion): boolean {
  const reading = { keys, variables, wildcards: true, any: anything };
  return expression(text, reading) !== undefined;
}

function fits(text: string, question: ResourceQuestion): boolean {
  if (/^\*+$/.test(text)) return true;
  const { resource, keys, variables, lenient } = question;
  // "You cannot use a wildcard in the service segment."
  const [, , service = ''] = arnParts(text);
  if (/[*?]/.test(service)) {
    return lenient && isLike(text, resource, { keys, variables, wildcards: true });
  }
  if (segmentsFit(complete(text), question)) return true;
  return lenient && (isLoosely(complete(text), question) || isLoosely(arnParts(text), question));
}

/** "arn:aws:s3" goes on with wildcards. */
function complete(text: string): readonly string[] {
  const parts = arnParts(text);
  return [...parts, ...Array<string>(6 - parts.length).fill('*')];
}

/** Every segment for itself: no wildcard takes a colon, but in the last segment. */
function segmentsFit(parts: readonly string[], { resource, keys, variables }: ResourceQuestion) {
  const asked = arnParts(resource);
  return (
    asked.length === 6 &&
    parts.every((part, index) =>
      isLike(part, asked[index] ?? '', {
        keys,
        variables: variables && index === 5,
        wildcards: true,
      }),
    )
  );
}

/**
 * "If the * wildcard is the last character of a segment, it can expand beyond the colons." The last
 * segment is free text, also of an ARN that stops early.
 */
function isLoosely(parts: readonly string[], { resource, keys, variables }: ResourceQuestion) {
  const sources = parts.map((part, index) => {
    const reading = { keys, variables: variables && index === 5, wildcards: true, any: '[^:]' };
    if (index === parts.length - 1) return expression(part, { ...reading, any: anything });
    if (!part.endsWith('*')) return expression(part, reading);
    return `${expression(part.slice(0, -1), reading) ?? ''}${anything}*`;
  });
  return !sources.includes(undefined) && new RegExp(`^${sources.join(':')}$`).test(resource);
}
