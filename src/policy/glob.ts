/**
 * True iff `pattern` (`*` any run, `?` any one character) matches the whole `text`. Both are taken
 * as given: the caller lowers the case of actions, which AWS compares without regard to it.
 */
export function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (pattern[p] === text[t] || (pattern[p] === '?' && text[t] !== '*')) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/**
 * If true, every text that `inner` matches is matched by `outer`. It may be false for patterns
 * that do cover each other in an unusual way (`?*` and `*?`): never true wrongly.
 * `globMatches` lets only a `*` of the outer pattern stand for a `*` of the inner one.
 */
export function globCovers(outer: string, inner: string): boolean {
  return globMatches(outer, inner);
}

/** True iff some text is matched by both patterns. */
export function globsOverlap(a: string, b: string): boolean {
  return globsMeet(a, b) !== undefined;
}

/** A short text that both patterns match, with `x` for any character; undefined: there is none. */
export function globsMeet(a: string, b: string): string | undefined {
  let start = 0;
  // Most pairs differ at once, or have a long beginning in common.
  while (isLiteral(a[start]) && isLiteral(b[start])) {
    if (a[start] !== b[start]) return undefined;
    start += 1;
  }
  const rest = meetRest(a.slice(start), b.slice(start));
  return rest === undefined ? undefined : a.slice(0, start) + rest;
}

function isLiteral(char: string | undefined): boolean {
  return char !== undefined && char !== '*' && char !== '?';
}

function meetRest(a: string, b: string): string | undefined {
  const width = b.length + 1;
  const isOpen = overlapTable(a, b);
  if (isOpen[0] !== 1) return undefined;
  let text = '';
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = a[i];
    const y = b[j];
    const move = movesOf(x, y).find(([di, dj]) => isOpen[(i + di) * width + j + dj] === 1);
    const [di, dj] = move ?? [1, 1];
    // A run that goes on takes what the other pattern asks for.
    const char = (di === 1 && x !== '*' ? x : undefined) ?? (dj === 1 && y !== '*' ? y : '');
    text += char === '?' ? (isLiteral(y) && dj === 1 ? y : 'x') : char;
    i += di;
    j += dj;
  }
  return text;
}

/** By pairs of places: 1 if some text is matched by what is left of either pattern. */
function overlapTable(a: string, b: string): Uint8Array {
  const width = b.length + 1;
  const table = new Uint8Array((a.length + 1) * width);
  table[table.length - 1] = 1;
  for (let i = a.length; i >= 0; i -= 1) {
    for (let j = b.length; j >= 0; j -= 1) {
      const at = i * width + j;
      const moves = movesOf(a[i], b[j]);
      if (moves.some(([di, dj]) => table[at + di * width + dj] === 1)) table[at] = 1;
    }
  }
  return table;
}

type Moves = readonly (readonly [number, number])[];

const none: Moves = [];
const first: Moves = [[1, 0]];
const second: Moves = [[0, 1]];
const either: Moves = [...first, ...second];
const both: Moves = [[1, 1]];

/** How far both patterns may advance together from a pair of characters. */
function movesOf(x: string | undefined, y: string | undefined): Moves {
  if (x === '*') return y === undefined ? first : either;
  if (y === '*') return x === undefined ? second : either;
  if (x === undefined || y === undefined) return none;
  return x === y || x === '?' || y === '?' ? both : none;
}
