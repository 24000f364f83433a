import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { worksOf } from './works-of.ts';

const known = new WeakMap<Account, readonly Missing[]>();

/** Everything that keeps lineage from being complete, once each: any of it may hide any place or role. */
export function lineageGaps(account: Account): readonly Missing[] {
  const gaps = known.get(account) ?? findGaps(account);
  known.set(account, gaps);
  return gaps;
}

function findGaps(account: Account): readonly Missing[] {
  const all = worksOf(account).holes.map(({ missing }) => missing);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
