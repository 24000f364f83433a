import type { Context } from './context.ts';
import type { Part } from './pattern.ts';

/** A text of a policy, taken apart. */
export interface Template {
  readonly parts: readonly Part[];
  /** A variable is malformed: a run stands in its place, and no match is sure. */
  readonly broken: boolean;
  readonly wildcards: boolean;
}

export type Variable = Extract<Part, { variable: string }>;

interface Reading {
  /** Only documents of version 2012-10-17 have variables; in others `${` is text. */
  readonly variables: boolean;
  readonly wildcards: boolean;
}

const variableForm = /\$\{(?:([*?$])|([^,'{}$]+)(?:,\s*'([^']*)'\s*)?)\}/y;

/** Cuts a text at its wildcards and policy variables (IAM: policy variables and tags). */
export function parseTemplate(text: string, { variables, wildcards }: Reading): Template {
  const parts: Part[] = [];
  let broken = false;
  let literal = 0;
  let at = 0;
  const cut = (part: Part, next: number): void => {
    if (at > literal) parts.push(text.slice(literal, at));
    parts.push(part);
    literal = at = next;
  };
  while (at < text.length) {
    const character = text[at];
    if (wildcards && character === '*') cut({ wildcard: 'run' }, at + 1);
    else if (wildcards && character === '?') cut({ wildcard: 'one' }, at + 1);
    else if (variables && character === '$' && text[at + 1] === '{') {
      const found = readVariable(text, at);
      broken ||= found === undefined;
      cut(found?.part ?? { wildcard: 'run' }, found?.end ?? endOfBroken(text, at));
    } else at += 1;
  }
  if (at > literal) parts.push(text.slice(literal));
  return { parts, broken, wildcards };
}

function readVariable(
  text: string,
  at: number,
): { readonly part: Part; readonly end: number } | undefined {
  variableForm.lastIndex = at;
  const match = variableForm.exec(text);
  if (match === null) return undefined;
  const [whole, escaped, key = '', fallback] = match;
  const end = at + whole.length;
  // `${*}`, `${?}` and `${$}` stand for the characters themselves.
  if (escaped !== undefined) return { part: escaped, end };
  if (key !== key.trim()) return undefined;
  const variable = key.toLowerCase();
  return { part: fallback === undefined ? { variable } : { variable, fallback }, end };
}

function endOfBroken(text: string, at: number): number {
  const close = text.indexOf('}', at);
  return close < 0 ? text.length : close + 1;
}

/**
 * The text that a variable stands for. Undefined: it has no value. Null: it cannot be told, because
 * the key is unknown or has several values, which AWS does not take for a variable.
 */
export function variableText(
  { variable, fallback }: Variable,
  context: Context,
): string | undefined | null {
  const value = context.get(variable);
  if (value === undefined || value.length === 0) return fallback;
  if (value === 'unknown' || value.length > 1) return null;
  return value[0];
}

export function isVariable(part: Part): part is Variable {
  return typeof part === 'object' && 'variable' in part;
}
