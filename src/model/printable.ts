/**
 * Control characters, bidirectional controls, line separators, lone surrogates and what no font
 * shows: all that can move a terminal's cursor, reorder a line or hide text.
 */
const invisible =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

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
