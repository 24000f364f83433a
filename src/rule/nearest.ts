import type { Reach, Subject, WhoCan } from '../account/reach/reach-answer.ts';

/** What a subject comes nearest to by any of these; undefined if it provably can nothing of it. */
export function nearest(who: readonly WhoCan[], { sort, name }: Subject): Reach | undefined {
  const own = who
    .flatMap(({ reaches }) => reaches)
    .filter(({ subject }) => subject.sort === sort && subject.name === name);
  return own.find(({ answer }) => answer.is === 'yes') ?? own[0];
}
