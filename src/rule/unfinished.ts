// Shared by every copy of this module, as the account under test is.
const place = Symbol.for('leastwise.unfinished');
const shared = globalThis as unknown as { [place]?: Set<string> };

/** Notes a chain that asserts nothing yet; the returned function takes the note back. */
export function unfinished(what: string): () => void {
  const notes = (shared[place] ??= new Set());
  notes.add(what);
  return () => void notes.delete(what);
}

/** Before a test: what another left open is not its own. */
export function forgetUnfinished(): void {
  shared[place]?.clear();
}

/** @throws TypeError if a chain was begun and not ended: it has asserted nothing. */
export function refuseUnfinished(): void {
  const [first] = shared[place] ?? [];
  forgetUnfinished();
  if (first !== undefined) throw new TypeError(first);
}
