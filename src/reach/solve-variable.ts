import type { Literal } from './atom.ts';
import type { Budget } from './budget.ts';
import type { Domain } from './domain.ts';
import { findValue, type Membership } from './find-value.ts';
import { yes } from '../decide/tri.ts';
import { machineOf } from './text/machine.ts';

/** What a request can carry under one variable so that all literals are met. */
export type Solution =
  /** `values` undefined: the request does not carry the key. */
  | { readonly is: 'found'; readonly values: readonly string[] | undefined }
  | { readonly is: 'none' }
  /** Neither found nor excluded. */
  | { readonly is: 'unclear' };

const none: Solution = { is: 'none' };
const unclear: Solution = { is: 'unclear' };

/** All literals are about the same variable. */
export function solveVariable(
  literals: readonly Literal[],
  domain: Domain,
  budget: Budget,
): Solution {
  if (domain.is === 'fixed') return solveFixed(literals, domain);
  if (domain.missing !== 'never' && literals.every((one) => one.atom.onMissing === one.holds)) {
    return { is: 'found', values: undefined };
  }
  if (domain.missing === 'always') return none;
  return solvePresent(literals, domain.demands, budget);
}

/** The value is known: the concrete engine answers. */
function solveFixed(
  literals: readonly Literal[],
  { values, context }: Extract<Domain, { is: 'fixed' }>,
): Solution {
  let sure = true;
  for (const { atom, holds } of literals) {
    const tri = atom.compiled?.holds(context) ?? 1;
    if (tri === 1) sure = false;
    else if ((tri === yes) !== holds) return none;
  }
  return sure ? { is: 'found', values } : unclear;
}

interface Demands {
  /** Of the one value that operators without a set prefix look at. */
  readonly single: readonly Membership[];
  /** Of every value. */
  readonly every: readonly Membership[];
  /** Each of some value. */
  readonly some: readonly Membership[];
  /** False: a literal wants the key to be missing. */
  readonly possible: boolean;
}

function demandsOf(literals: readonly Literal[]): Demands {
  const single: Membership[] = [];
  const every: Membership[] = [];
  const some: Membership[] = [];
  let possible = true;
  for (const { atom, holds } of literals) {
    // Null answers for a present key what it does not for a missing one.
    if (atom.set === undefined) possible &&= atom.onMissing !== holds;
    else {
      const demand = { set: atom.set, inside: atom.negated !== holds };
      if (atom.quantifier === 'one') single.push(demand);
      else ((atom.quantifier === 'all') === holds ? every : some).push(demand);
    }
  }
  return { single, every, some, possible };
}

function solvePresent(
  literals: readonly Literal[],
  always: readonly Membership[],
  budget: Budget,
): Solution {
  const { single, every, some, possible } = demandsOf(literals);
  if (!possible) return none;
  const isSet = every.length > 0 || some.length > 0;
  const common = [...always, ...every, ...(isSet ? nonEmpty([...every, ...some]) : [])];
  if (single.length > 0 && some.length === 0) return one([...common, ...single], budget);
  if (single.length > 0) {
    // Operators for one value and for sets on the same key: one value may do, no proof if not.
    const solution = one([...common, ...single, ...some], budget);
    return solution.is === 'found' ? solution : unclear;
  }
  if (some.length === 0) return one(common, budget);
  return several(some, common, budget);
}

const emptyText: Membership = {
  set: { family: 'text', machine: machineOf([[]], false) },
  inside: false,
};

/** A set whose only value is the empty string counts as a set without values. */
function nonEmpty(demands: readonly Membership[]): readonly Membership[] {
  return demands.every(({ set }) => set.family === 'text') ? [emptyText] : [];
}

function one(demands: readonly Membership[], budget: Budget): Solution {
  const found = findValue(demands, budget);
  if (found === 'none') return none;
  return found === 'unclear' ? unclear : { is: 'found', values: [found.value] };
}

/** The values of a set do not hinder each other: each demand has its own. */
function several(
  some: readonly Membership[],
  common: readonly Membership[],
  budget: Budget,
): Solution {
  const values = new Set<string>();
  for (const demand of some) {
    const found = findValue([...common, demand], budget);
    if (found === 'none') return none;
    if (found === 'unclear') return unclear;
    values.add(found.value);
  }
  return { is: 'found', values: [...values] };
}
