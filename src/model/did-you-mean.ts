/** The known name nearest to `given`, if it is near enough to be what was meant. */
export function didYouMean(given: string, known: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    const most = Math.max(1, Math.floor(name.length / 3));
    // As many letters as one is longer must be inserted.
    if (Math.abs(wanted.length - name.length) > most) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= most && distance < (best?.distance ?? 99)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/** Letters to insert, delete, replace, or neighbours to swap (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const replaced = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      const swapped =
        i > 0 && j > 0 && left[i] === right[j - 1] && left[i - 1] === right[j]
          ? (before[j - 1] ?? 0) + 1
          : Infinity;
      next.push(Math.min(replaced, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
