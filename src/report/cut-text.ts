import { xmlText } from './xml.ts';

/** Longest value of an attribute, in characters. */
const attributeLimit = 1000;

/** Longest element content, in bytes as written: CI servers cut or refuse larger ones. */
const bodyLimit = 8192;

const cutMark = '\n... (cut; the records hold the rest)';

export function cutAttribute(text: string): string {
  return text.length <= attributeLimit ? text : `${wholeCharacters(text, attributeLimit - 3)}...`;
}

/** Element content of at most 8,192 bytes, cut between characters. */
export function cutBody(text: string): string {
  // No character takes less than one byte: what lies behind the limit cannot be kept.
  const candidate = wholeCharacters(text, bodyLimit + 1);
  const whole = xmlText(candidate);
  if (Buffer.byteLength(whole) <= bodyLimit) return whole;
  let bytes = Buffer.byteLength(cutMark);
  let kept = '';
  for (const character of candidate) {
    const written = xmlText(character);
    bytes += Buffer.byteLength(written);
    if (bytes > bodyLimit) break;
    kept += written;
  }
  return kept + cutMark;
}

/** The first `limit` UTF-16 units, one less where that would halve a surrogate pair. */
function wholeCharacters(text: string, limit: number): string {
  const last = text.codePointAt(limit - 1) ?? 0;
  return text.slice(0, last > 0xffff ? limit - 1 : limit);
}
