import type { Account } from '../account/account.ts';
import type { Chain } from '../account/escalation/edge.ts';
import { whoCanBecome } from '../account/escalation/who-can-become.ts';
import type { Reach, ReachQuestion } from '../account/reach/reach-answer.ts';
import type { Missing } from '../model/verdict.ts';
import { withoutRepeats } from '../rule/without-repeats.ts';
import { callerOf, callerOfArn, shortName, type Caller } from './caller.ts';

export interface Bound {
  /** Every action on every place that gives the access. */
  readonly questions: readonly ReachQuestion[];
  readonly permits: (caller: Caller) => boolean;
  readonly transitive: boolean;
}

/** Somebody who has, or may have, access that the contract does not give him. */
export interface Intruder {
  /** As findings name him, e.g. `role/ci-legacy`. */
  readonly name: string;
  /** What he can or may do himself. */
  readonly direct: readonly Reach[];
  /** How he gets there as somebody else. */
  readonly chains: readonly Chain[];
}

export interface Intruders {
  /** Sorted by name. */
  readonly list: readonly Intruder[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}

/** Everybody who can or may, and is not permitted: directly, or as somebody he can become. */
export function findIntruders(account: Account, bound: Bound): Intruders {
  const found = new Map<string, { direct: Reach[]; chains: Chain[] }>();
  const missing = new Map<string, Missing>();
  const entry = (caller: Caller): { direct: Reach[]; chains: Chain[] } => {
    const name = shortName(account, caller);
    const known = found.get(name) ?? { direct: [], chains: [] };
    found.set(name, known);
    return known;
  };
  for (const question of bound.questions) {
    const direct = account.whoCan(question);
    for (const one of direct.missing) missing.set(JSON.stringify(one), one);
    const strangers = direct.reaches.filter(({ subject }) => !bound.permits(callerOf(subject)));
    for (const reach of withoutRepeats(strangers)) {
      entry(callerOf(reach.subject)).direct.push(reach);
    }
    if (!bound.transitive) continue;
    const indirect = whoCanBecome(account, direct);
    for (const one of indirect.missing) missing.set(JSON.stringify(one), one);
    for (const chain of indirect.chains) {
      const caller = callerOfArn(chain.start);
      if (!bound.permits(caller)) entry(caller).chains.push(chain);
    }
  }
  const list = [...found].map(([name, ways]) => ({ name, ...ways }));
  return {
    list: list.sort((a, b) => (a.name < b.name ? -1 : 1)),
    missing: [...missing.values()],
  };
}
