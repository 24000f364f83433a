import { InvalidArgumentError } from 'commander';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';

export type ContextFlags = Readonly<Record<string, string | readonly string[]>>;

/** `key=value`; the same key again makes a list. */
export function addContext(text: string, earlier: ContextFlags): ContextFlags {
  const cut = text.indexOf('=');
  if (cut <= 0) throw new InvalidArgumentError('write it as key=value, e.g. aws:SourceIp=10.0.0.1');
  const key = text.slice(0, cut);
  const value = text.slice(cut + 1);
  const known = earlier[key];
  return { ...earlier, [key]: known === undefined ? value : [known, value].flat() };
}

/** What narrows a question, e.g. ` with aws:SourceIp=10.0.0.1, without aws:SourceVpce`. */
export function givenText({
  context = {},
  without = [],
}: Pick<ReachQuestion, 'context' | 'without'>): string {
  const values = Object.entries(context).map(([key, value]) => `${key}=${String(value)}`);
  const withText = values.length === 0 ? '' : ` with ${values.join(', ')}`;
  return without.length === 0 ? withText : `${withText} without ${without.join(', ')}`;
}
