import { splitSegments } from '../../decide/arn-segments.ts';
import type { Part } from '../../decide/pattern.ts';
import { any, colon, tokensOf, type Token } from './token.ts';

/** A pattern's tokens, and the keys of variables for which a run stands. */
export interface PatternTokens {
  readonly tokens: readonly Token[];
  readonly variables: readonly string[];
}

/** The text of a variable's key in a request, where it is known. */
export type Known = (key: string) => string | undefined;

/** Text with wildcards that take any character. */
export function plainTokens(parts: readonly Part[], known: Known): PatternTokens {
  const variables: string[] = [];
  const tokens = parts.flatMap((part) => {
    if (typeof part === 'string') return tokensOf(part);
    if ('wildcard' in part) return [part.wildcard === 'run' ? any.run : any.one];
    const value = known(part.variable);
    if (value !== undefined) return tokensOf(value);
    variables.push(part.variable);
    return [any.run];
  });
  return { tokens, variables };
}

/**
 * An ARN: within the first five parts a wildcard takes no colon. Loosely, a `*` at the end of such
 * a part does (IAM: Resource).
 */
export function arnTokens(parts: readonly Part[], known: Known, loose: boolean): PatternTokens {
  const segments = splitSegments(parts);
  const read = segments.map((segment) => plainTokens(segment, known));
  const tokens = read.flatMap(({ tokens: plain }, index) => {
    const inCell =
      index === 5
        ? plain
        : plain.map((token, at) => cellToken(token, loose && at === plain.length - 1));
    return index === 0 ? inCell : [colon, ...inCell];
  });
  return { tokens, variables: read.flatMap((one) => one.variables) };
}

function cellToken(token: Token, loose: boolean): Token {
  if (token === any.one) return any.oneInCell;
  return token === any.run && !loose ? any.runInCell : token;
}
