import { sha256 } from '../model/canonical.ts';

/** A line of the chain: its text is canonical JSON (RFC 8785), without a line feed. */
export interface ChainText {
  readonly text: string;
  /** SHA-256 (hex) over `prev` and the canonical text without the member `hash`. */
  readonly hash: string;
}

/**
 * Hashes the content of a line and writes it, each member once: 500,000 records are to be chained in
 * seconds. `content` holds JSON values under names that need no escape; members that are undefined are left
 * out, and so is `hash`.
 *
 * @param names - The members to write, sorted by code units; all of them if left out.
 */
export function chainText(
  content: Readonly<Record<string, unknown>>,
  prev: string,
  names: readonly string[] = Object.keys(content).sort(),
): ChainText {
  let before = '';
  let after = '';
  for (const name of names) {
    const value = content[name];
    if (value === undefined || name === 'hash') continue;
    const member = `,"${name}":${jsonText(value)}`;
    if (name < 'hash') before += member;
    else after += member;
  }
  const hash = sha256(`${prev}{${(before + after).slice(1)}}`);
  return { text: `{${`${before},"hash":"${hash}"${after}`.slice(1)}}`, hash };
}

/** RFC 8785 is what `JSON.stringify` writes, with names sorted by UTF-16 code units as `sort` does. */
function jsonText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`).join(',')}}`;
}
