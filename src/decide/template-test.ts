import type { Context } from './context.ts';
import type { GlobPart } from './glob-test.ts';
import type { Part, Pattern } from './pattern.ts';
import { maybe, no, type Tri } from './tri.ts';
import { isVariable, parseTemplate, variableText, type Template } from './variables.ts';

type ValueMatch = (value: string) => Tri;

interface Compiling {
  /** `sure`: no part stands for text that is not known. */
  readonly compile: (parts: readonly GlobPart[], sure: boolean) => ValueMatch;
  /** What a mismatch means if a variable of the pattern may have no value at all. */
  readonly missInDoubt: Tri;
}

/**
 * Matches values against a template. Without variables it is compiled once; with variables, anew
 * when their values are others than at the last call.
 */
export function templateTest(template: Template, compiling: Compiling): Pattern['matches'] {
  const { parts, broken } = template;
  const fixed = parts.filter(isFixed);
  if (fixed.length < parts.length) return variableTest(template, compiling);
  const match = compiling.compile(fixed, !broken);
  return broken ? doubtful(match, no) : match;
}

function variableTest(template: Template, compiling: Compiling): Pattern['matches'] {
  const variables = template.parts.filter(isVariable);
  const texts: (string | null)[] = variables.map(() => '');
  let match: ValueMatch | undefined;
  return (value: string, context: Context) => {
    let index = 0;
    for (const variable of variables) {
      const text = variableText(variable, context);
      if (text === undefined) return 'no value';
      if (text !== texts[index]) match = undefined;
      texts[index++] = text;
    }
    match ??= compileFilled(template, texts, compiling);
    return match(value);
  };
}

function compileFilled(
  template: Template,
  texts: readonly (string | null)[],
  { compile, missInDoubt }: Compiling,
): ValueMatch {
  const { parts, broken, wildcards } = template;
  let next = 0;
  let sure = !broken;
  let mayBeAbsent = false;
  const filled = parts.flatMap((part): readonly GlobPart[] => {
    if (!isVariable(part)) return [part];
    const text = texts[next++];
    mayBeAbsent ||= typeof text !== 'string' && part.fallback === undefined;
    const pieces = typeof text === 'string' ? literalParts(text, wildcards) : [anyRun];
    sure &&= pieces.every((piece) => typeof piece === 'string');
    return pieces;
  });
  const match = compile(filled, sure);
  return sure ? match : doubtful(match, mayBeAbsent ? missInDoubt : no);
}

const anyRun = { wildcard: 'run' } as const;

/** Whether AWS reads a wildcard in a variable's value as one is not written down. */
function literalParts(text: string, wildcards: boolean): readonly GlobPart[] {
  return parseTemplate(text, { variables: false, wildcards }).parts.filter(isFixed);
}

function isFixed(part: Part): part is GlobPart {
  return !isVariable(part);
}

function doubtful(match: ValueMatch, miss: Tri): ValueMatch {
  return (value) => (match(value) === no ? miss : maybe);
}
