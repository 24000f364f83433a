import type { Account } from '../account/account.ts';
import type { Kind } from '../model/resource.ts';
import type { Missing } from '../model/verdict.ts';

/** The region of records that are not about one. */
export const everyRegion = 'every region';

export interface Gap {
  /** `everyRegion` when the gap is not of one region. */
  readonly region: string;
  readonly missing: readonly [Missing, ...Missing[]];
}

/** Why the list of a kind is not complete, region by region; empty iff `account.gaps` is. */
export function universeGaps(account: Account, kind: Kind): readonly Gap[] {
  const gaps: Gap[] = [];
  const left = new Map(account.gaps(kind).map((missing) => [JSON.stringify(missing), missing]));
  if (left.size === 0) return gaps;
  for (const region of incompleteRegions(account, kind)) {
    const [first, ...rest] = account.gaps(kind, region);
    if (first === undefined) continue;
    gaps.push({ region, missing: [first, ...rest] });
    for (const missing of [first, ...rest]) left.delete(JSON.stringify(missing));
  }
  // Whatever no region accounts for, such as a kind without any list, is a gap all the same.
  const [first, ...rest] = left.values();
  return first === undefined ? gaps : [...gaps, { region: everyRegion, missing: [first, ...rest] }];
}

function incompleteRegions(account: Account, kind: Kind): readonly string[] {
  const open = account.universes(kind).filter((universe) => universe.end !== 'complete');
  return [...new Set(open.map((universe) => universe.region))].sort();
}
