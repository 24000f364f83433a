import type { Reach } from '../account/reach/reach-answer.ts';
import { ownStatements } from './reach-evidence.ts';

/**
 * What everybody can is not found again for every user, role and account: only what other statements
 * give them. Of the sorts, the widest first.
 */
export function withoutRepeats(reaches: readonly Reach[]): readonly Reach[] {
  const wide = widest.flatMap((sort) =>
    reaches.filter(({ subject, answer }) => subject.sort === sort && answer.is === 'yes'),
  );
  return reaches.filter((one) => {
    const index = wide.indexOf(one);
    const wider = index < 0 ? wide : wide.slice(0, index);
    return !wider.some((other) => isCovered(statementsOf(one), statementsOf(other)));
  });
}

const widest: readonly Reach['subject']['sort'][] = ['anonymous', 'any-account'];

function isCovered(own: readonly string[], wider: readonly string[]): boolean {
  if (own.length === 0) return wider.length === 0;
  return own.every((one) => wider.includes(one));
}

function statementsOf(reach: Reach): readonly string[] {
  return reach.answer.pairs
    .flatMap((pair) => ownStatements(reach.subject, pair))
    .map(({ policy, index }) => `${policy} ${String(index)}`);
}
