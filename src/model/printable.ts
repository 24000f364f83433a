/**
 * Control characters, bidirectional controls, invisible separators and lone surrogates: what can
 * move a terminal's cursor, reorder a line or hide text. Line breaks are among them.
 */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const shortForms: { readonly [character: string]: string } = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * Text from an account, made safe to print on one line of a terminal: what is invisible is written
 * as an escape such as `\x1b` or `\u{202e}`.
 *
 * @param limit - Characters kept of a longer text; the rest is counted.
 */
export function printable(text: string, limit = 400): string {
  const kept = text.length > limit ? cutAt(text, limit) : text;
  const shown = kept.replace(invisible, (character) => shortForms[character] ?? escape(character));
  const left = text.length - kept.length;
  return left === 0 ? shown : `${shown}... (${String(left)} more characters)`;
}

/** Never between the halves of a surrogate pair. */
function cutAt(text: string, limit: number): string {
  const last = text.codePointAt(limit - 1) ?? 0;
  return text.slice(0, last > 0xffff ? limit - 1 : limit);
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}
