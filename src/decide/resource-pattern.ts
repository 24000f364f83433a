import { segmentsTest, splitSegments } from './arn-segments.ts';
import { compileGlob, type GlobPart, type TextTest } from './glob-test.ts';
import { looseArnTest } from './loose-arn.ts';
import type { Part, Pattern } from './pattern.ts';
import { templateTest } from './template-test.ts';
import { maybe, no, yes, type Tri } from './tri.ts';
import { isVariable, parseTemplate } from './variables.ts';

export interface ResourcePattern extends Pattern {
  /** It is `*`, or an ARN of which it is certain what AWS makes of it. */
  readonly whole: boolean;
}

/**
 * A value of `Resource` or `NotResource`. Wildcards stay within their segment for sure; where one at
 * a segment's end would have to take a colon, the match is `maybe`, for AWS says it can and its own
 * analyser says it does not. An incomplete ARN goes on with `*` (IAM: Resource).
 *
 * `element` tells what a variable means that may have no value: `Resource` then matches nothing
 * either way; the default is right for both.
 */
export function compileResourcePattern(
  text: string,
  variables: boolean,
  element: 'Resource' | 'NotResource' = 'NotResource',
): ResourcePattern {
  const template = parseTemplate(text, { variables, wildcards: true });
  if (/^\*+$/.test(text)) {
    return { text, parts: template.parts, whole: true, matches: () => yes };
  }
  const written = splitSegments(template.parts);
  const segments = padded(written);
  const parts = segments.flatMap((segment, index) => (index === 0 ? segment : [':', ...segment]));
  const broken = template.broken || isOdd(segments);
  const matches = templateTest(
    { ...template, parts, broken },
    {
      // Colons that are written out hold every wildcard of the last segment where it belongs.
      compile:
        broken || !hasWildHead(segments)
          ? (filled) => plainMatch(filled, written.length)
          : (filled) => arnMatch(filled, written.length),
      missInDoubt: element === 'Resource' ? no : maybe,
    },
  );
  return { text, parts, whole: !broken && written.length === 6, matches };
}

type Segments = readonly (readonly Part[])[];

function padded(segments: Segments): Segments {
  if (segments[0]?.[0] !== 'arn') return segments;
  const missing = Array.from({ length: 6 - segments.length }, () => [{ wildcard: 'run' } as const]);
  return [...segments, ...missing];
}

/**
 * AWS takes neither a name that is no ARN nor a wildcard for the service, and variables only after
 * the fifth colon; its own managed policies have one before it, so nothing is sure.
 */
function isOdd(segments: Segments): boolean {
  const [arn = [], , service = []] = segments;
  return (
    arn.length !== 1 ||
    arn[0] !== 'arn' ||
    service.some((part) => typeof part === 'object') ||
    segments.slice(0, 5).some((segment) => segment.some(isVariable))
  );
}

function hasWildHead(segments: Segments): boolean {
  return segments.slice(0, 5).some((one) => one.some((part) => typeof part === 'object'));
}

/** `written`: how many segments the pattern has without what was added. */
function arnMatch(parts: readonly GlobPart[], written: number): (value: string) => Tri {
  const segments = splitSegments(parts);
  const strict = segmentsTest(segments);
  const loose = looseTest(parts, segments, written);
  return (value) => (strict(value) ? yes : loose(value) ? maybe : no);
}

/** A pattern that is no complete ARN may also be meant to end where it ends. */
function looseTest(
  parts: readonly GlobPart[],
  segments: readonly (readonly GlobPart[])[],
  written: number,
): TextTest {
  const loose = looseArnTest(segments);
  if (written < segments.length) {
    const asWritten = looseArnTest(segments.slice(0, written));
    return (value) => loose(value) || asWritten(value);
  }
  // Quick, and true for all that could match.
  const widest = compileGlob(parts);
  return (value) => widest(value) && loose(value);
}

/** What is odd may also be meant to end where it ends. */
function plainMatch(parts: readonly GlobPart[], written: number): (value: string) => Tri {
  const test = compileGlob(parts);
  const segments = splitSegments(parts);
  if (written >= segments.length) return (value) => (test(value) ? yes : no);
  const asWritten = compileGlob(joined(segments.slice(0, written)));
  return (value) => (test(value) ? yes : asWritten(value) ? maybe : no);
}

function joined(segments: readonly (readonly GlobPart[])[]): readonly GlobPart[] {
  return segments.flatMap((segment, index) => (index === 0 ? segment : [':', ...segment]));
}
