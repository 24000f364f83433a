import type { Reach, Subject, WhoCan } from '../account/reach/reach-answer.ts';

const indexes = new WeakMap<WhoCan, ReadonlyMap<string, Reach>>();

/** What a subject comes nearest to by any of these; undefined if it provably can nothing of it. */
export function nearest(who: readonly WhoCan[], subject: Subject): Reach | undefined {
  const own = who.flatMap((one) => indexOf(one).get(keyOf(subject)) ?? []);
  return own.find(({ answer }) => answer.is === 'yes') ?? own[0];
}

function indexOf(who: WhoCan): ReadonlyMap<string, Reach> {
  const index = indexes.get(who) ?? new Map(who.reaches.map((one) => [keyOf(one.subject), one]));
  indexes.set(who, index);
  return index;
}

function keyOf({ sort, name }: Subject): string {
  return `${sort} ${name}`;
}
