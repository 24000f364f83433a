import type { JsonObject } from '../../model/json.ts';

/** The Query protocol: a form with `Action`, and lists as `Filter.member.1`, `Filter.member.2`. */
export function readQueryInput(body: string): { operation: string; input: JsonObject } {
  const texts = new Map<string, string>();
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const member = /^(\w+)\.member\.\d+$/.exec(name)?.[1];
    if (member === undefined) texts.set(name, value);
    else lists.set(member, [...(lists.get(member) ?? []), value]);
  }
  const operation = texts.get('Action') ?? '';
  texts.delete('Action');
  texts.delete('Version');
  return { operation, input: { ...Object.fromEntries(texts), ...Object.fromEntries(lists) } };
}
