import { InvalidArgumentError } from 'commander';

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
