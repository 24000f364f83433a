import type { Part } from '../decide/pattern.ts';
import { isVariable, parseTemplate } from '../decide/variables.ts';
import type { FoundRequest } from './search-result.ts';
import { resourceVariable } from './resource-atom.ts';

/**
 * What policy variables of the chosen statements stand for where the request is to be the one that
 * was found, e.g. the name of the resource.
 */
export function variableValues({ assignment, cubes }: FoundRequest): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const read = (patterns: readonly string[], variable: string): void => {
    const [text, ...others] = assignment.get(variable) ?? [];
    if (text === undefined || others.length > 0) return;
    for (const pattern of patterns.filter((one) => one.includes('${'))) {
      for (const [key, value] of readVariables(pattern, text)) values.set(key, value);
    }
  };
  for (const { statement } of cubes) {
    const { resource, conditions } = statement.statement;
    if (statement.version !== '2012-10-17') continue;
    if (resource?.not === false) read(resource.values, resourceVariable);
    for (const { key, values: all } of conditions) read(all, key.toLowerCase());
  }
  return values;
}

/** Values with which the pattern matches the text; none if there are none. */
export function readVariables(pattern: string, text: string): ReadonlyMap<string, string> {
  const { parts } = parseTemplate(pattern, { variables: true, wildcards: true });
  const places = placesOf(parts, text);
  const values = new Map<string, string>();
  if (places.at(-1)?.has(text.length) !== true) return values;
  let end = text.length;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part === undefined) continue;
    const start = startOf(part, end, places[index] ?? new Set());
    if (isVariable(part)) values.set(part.variable, text.slice(start, end));
    end = start;
  }
  return values;
}

/** For each part, the places where it can begin; and where the last one can end. */
function placesOf(parts: readonly Part[], text: string): readonly ReadonlySet<number>[] {
  const places: ReadonlySet<number>[] = [new Set([0])];
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of places.at(-1) ?? []) for (const end of endsOf(part, text, at)) next.add(end);
    places.push(next);
  }
  return places;
}

function endsOf(part: Part, text: string, at: number): readonly number[] {
  if (typeof part === 'string') return text.startsWith(part, at) ? [at + part.length] : [];
  if ('wildcard' in part && part.wildcard === 'one') return at < text.length ? [at + 1] : [];
  return Array.from({ length: text.length - at + 1 }, (_, more) => at + more);
}

/** The last place before `end` where the part can begin: variables are short rather than long. */
function startOf(part: Part, end: number, starts: ReadonlySet<number>): number {
  if (typeof part === 'string') return end - part.length;
  if ('wildcard' in part && part.wildcard === 'one') return end - 1;
  // An empty value is no value.
  const latest = isVariable(part) ? end - 1 : end;
  for (let at = latest; at >= 0; at -= 1) if (starts.has(at)) return at;
  return starts.has(end) ? end : 0;
}
