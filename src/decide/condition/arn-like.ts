import { segmentsTest, splitSegments } from '../arn-segments.ts';
import { compileGlob, type GlobPart } from '../glob-test.ts';
import type { Pattern } from '../pattern.ts';
import { templateTest } from '../template-test.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';
import { parseTemplate } from '../variables.ts';
import { anyPattern, type ValueTest } from './value-test.ts';

/** `ArnEquals` and `ArnLike` are the same: each of the six segments is compared by itself. */
export function arnLike(values: readonly string[], variables: boolean): ValueTest {
  return anyPattern(values.map((value) => arnPattern(value, variables)));
}

function arnPattern(text: string, variables: boolean): Pattern {
  const template = parseTemplate(text, { variables, wildcards: true });
  const matches = templateTest(template, { compile: arnMatch, missInDoubt: no });
  return { text, parts: template.parts, matches };
}

function arnMatch(parts: readonly GlobPart[], sure: boolean): (value: string) => Tri {
  const segments = splitSegments(parts);
  if (sure && segments.length === 6) {
    const test = segmentsTest(segments);
    return (value) => (test(value) ? yes : no);
  }
  // Not an ARN; what AWS makes of it is not written down.
  const test = compileGlob(parts);
  return (value) => (test(value) ? maybe : no);
}
