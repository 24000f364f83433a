import { compileGlob, type GlobPart } from './glob-test.ts';
import type { Pattern } from './pattern.ts';
import { templateTest } from './template-test.ts';
import { no, yes, type Tri } from './tri.ts';
import { parseTemplate } from './variables.ts';

interface PatternOptions {
  /** Whether `${key}` is a policy variable: only in documents of version 2012-10-17. */
  readonly variables: boolean;
  readonly ignoreCase?: boolean;
  /** False: `*` and `?` are text. */
  readonly wildcards?: boolean;
}

/** Text with `*`, `?` and policy variables; matched as one run of characters, whatever is in it. */
export function compilePattern(text: string, options: PatternOptions): Pattern {
  const { variables, wildcards = true, ignoreCase = false } = options;
  const template = parseTemplate(text, { variables, wildcards });
  const compile = ignoreCase ? caselessMatch : exactMatch;
  return {
    text,
    parts: template.parts,
    matches: templateTest(template, { compile, missInDoubt: no }),
  };
}

function exactMatch(parts: readonly GlobPart[]): (value: string) => Tri {
  const test = compileGlob(parts);
  return (value) => (test(value) ? yes : no);
}

function caselessMatch(parts: readonly GlobPart[]): (value: string) => Tri {
  const test = compileGlob(
    parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part)),
  );
  return (value) => (test(value.toLowerCase()) ? yes : no);
}
