import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';

export type ContextFlags = Readonly<Record<string, string | readonly string[]>>;

/** Flags that narrow a question about every context. */
export function addContextOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--context <key=value>', 'what every request carries (repeatable)')
        .argParser(addContext)
        .default({}, 'anything'),
    )
    .addOption(
      new Option('--without <key...>', 'context keys that no request carries').default([], 'none'),
    );
}

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
