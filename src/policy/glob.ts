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
  let reachable = new Set<number>([0]);
  const width = b.length + 1;
  const seen = new Set<number>([0]);
  while (reachable.size > 0) {
    const next = new Set<number>();
    for (const at of reachable) {
      const i = Math.floor(at / width);
      const j = at % width;
      if (i === a.length && j === b.length) return true;
      for (const [di, dj] of steps(a[i], b[j])) {
        const to = (i + di) * width + j + dj;
        if (!seen.has(to)) next.add(to);
        seen.add(to);
      }
    }
    reachable = next;
  }
  return false;
}

/** How far both patterns may advance together from a pair of characters. */
function steps(
  x: string | undefined,
  y: string | undefined,
): readonly (readonly [number, number])[] {
  const moves: (readonly [number, number])[] = [];
  if (x === '*') moves.push([1, 0]);
  if (y === '*') moves.push([0, 1]);
  if (x === undefined || y === undefined) return moves;
  if (x === '*' && y !== '*') moves.push([0, 1]);
  else if (y === '*' && x !== '*') moves.push([1, 0]);
  else if (x === y || x === '?' || y === '?') moves.push([1, 1]);
  return moves;
}
