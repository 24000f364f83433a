/**
 * What is left of a pattern (`*` and `?`) once it has matched a text: the ends of it that the rest must
 * match, none of which says more than another. Empty: nothing that begins so matches. Undefined: a
 * policy variable would have to match a part of the text.
 */
export function quotient(pattern: string, text: string): readonly string[] | undefined {
  let positions = skipRuns(pattern, [0]);
  for (const char of text) {
    const next: number[] = [];
    for (const at of positions) {
      const token = pattern[at];
      if (token === '$' && pattern[at + 1] === '{') return undefined;
      if (token === '*') next.push(at);
      else if (token === '?' || token === char) next.push(at + 1);
    }
    positions = skipRuns(pattern, next);
    if (positions.length === 0) return [];
  }
  const ends = new Set(positions.map((at) => pattern.slice(at)));
  if ([...ends].some((one) => /^\*+$/.test(one))) return ['*'];
  // What a run may stand before is part of what it stands for.
  return [...ends].filter((one) => !ends.has(`*${one}`)).sort();
}

function skipRuns(pattern: string, positions: readonly number[]): readonly number[] {
  const all = new Set(positions);
  // A set also visits what is added on the way.
  for (const at of all) if (pattern[at] === '*') all.add(at + 1);
  return [...all];
}
