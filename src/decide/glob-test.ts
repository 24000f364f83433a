/** A piece of a text with wildcards: literal text, or any one character, or any run of them. */
export type GlobPart = string | { readonly wildcard: 'one' | 'run' };

export type TextTest = (text: string) => boolean;

/**
 * A test that is true iff the parts match the whole text. It never backtracks further than to the
 * last run, so its time is at worst length times length.
 */
export function compileGlob(parts: readonly GlobPart[]): TextTest {
  const merged = mergeParts(parts);
  if (merged.some((part) => typeof part === 'object' && part.wildcard === 'one')) {
    return tokenTest(merged);
  }
  const texts = merged.filter((part) => typeof part === 'string');
  if (texts.length === merged.length) return exactTest(texts.join(''));
  const head = typeof merged[0] === 'string' ? merged[0] : '';
  const last = merged.at(-1);
  const tail = typeof last === 'string' ? last : '';
  const middle = texts.slice(head === '' ? 0 : 1, tail === '' ? undefined : -1);
  return chunkTest(head, middle, tail);
}

/** Joins adjacent texts and adjacent runs. */
function mergeParts(parts: readonly GlobPart[]): readonly GlobPart[] {
  const merged: GlobPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + part;
    else if (!(isRun(part) && isRun(last))) merged.push(part);
  }
  return merged;
}

function isRun(part: GlobPart | undefined): boolean {
  return typeof part === 'object' && part.wildcard === 'run';
}

function exactTest(wanted: string): TextTest {
  return (text) => text === wanted;
}

/** Literal chunks with runs between them: the leftmost place is always good enough. */
function chunkTest(head: string, middle: readonly string[], tail: string): TextTest {
  return (text) => {
    const end = text.length - tail.length;
    if (end < head.length || !text.startsWith(head) || !text.endsWith(tail)) return false;
    let at = head.length;
    for (const chunk of middle) {
      const found = text.indexOf(chunk, at);
      if (found < 0) return false;
      at = found + chunk.length;
    }
    return at <= end;
  };
}

const one = -1;
const run = -2;

function tokenTest(parts: readonly GlobPart[]): TextTest {
  const tokens = tokensOf(parts);
  const length = tokens.length - 1;
  return (text) => {
    let token = 0;
    let at = 0;
    let lastRun = -1;
    let resume = 0;
    while (at < text.length) {
      const wanted = tokens[token];
      if (wanted === run) {
        lastRun = token++;
        resume = at;
      } else if (wanted === one) {
        token += 1;
        at += characterWidth(text, at);
      } else if (wanted === text.charCodeAt(at)) {
        token += 1;
        at += 1;
      } else if (lastRun >= 0) {
        token = lastRun + 1;
        at = ++resume;
      } else return false;
    }
    while (tokens[token] === run) token += 1;
    return token === length;
  };
}

/** Character codes, and one token at the end that equals none. */
function tokensOf(parts: readonly GlobPart[]): Int32Array {
  const tokens = parts.flatMap((part) => {
    if (typeof part === 'object') return [part.wildcard === 'one' ? one : run];
    return Array.from({ length: part.length }, (_, at) => part.charCodeAt(at));
  });
  return Int32Array.from([...tokens, -3]);
}

/** A character outside the basic plane takes two places in a JavaScript string. */
function characterWidth(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0xffff ? 2 : 1;
}
