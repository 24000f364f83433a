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

export type FoundSolution = Extract<Solution, { is: 'found' }>;

const none: Solution = { is: 'none' };
const unclear: Solution = { is: 'unclear' };

/** All literals are about the same variable. */
export function solveVariable(
  literals: readonly Literal[],
  domain: Domain,
  budget: Budget,
): Solution {
  if (domain.is === 'fixed') return solveFixed(literals, domain);
  const missing: Solution =
    domain.missing !== 'never' && literals.every(mayBeMissing)
      ? { is: 'found', values: undefined }
      : none;
  if (domain.missing === 'always') return missing;
  // A present key says more than a missing one whose meaning is not sure.
  if (missing !== none && !literals.some(({ atom }) => atom.unsureOnMissing)) return missing;
  const present = solvePresent(literals, domain.demands, budget);
  return present.is === 'found' ? present : missing === none ? present : missing;
}

/** A solution that somebody who reads it can make sense of, if there is one. */
export function bestSolution(
  literals: readonly Literal[],
  domain: Domain,
  budget: Budget,
): Solution {
  if (domain.is === 'fixed') return solveFixed(literals, domain);
  for (const one of domain.preferred ?? []) {
    const narrow = { ...domain, missing: 'never' as const, demands: [...domain.demands, one] };
    const solution = solveVariable(literals, narrow, budget);
    if (solution.is === 'found') return solution;
  }
  return solveVariable(literals, domain, budget);
}

function mayBeMissing({ atom, holds }: Literal): boolean {
  return atom.unsureOnMissing || atom.onMissing === holds;
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
  if (single.length > 0) return oneAndSeveral({ single, some, common }, budget);
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

interface Mixed {
  readonly single: readonly Membership[];
  readonly some: readonly Membership[];
  readonly common: readonly Membership[];
}

/**
 * Operators for one value and for sets on the same key: which value the former look at is not
 * written down, so that all must do.
 */
function oneAndSeveral({ single, some, common }: Mixed, budget: Budget): Solution {
  const alone = one([...common, ...single, ...some], budget);
  if (alone.is === 'found') return alone;
  for (const demand of [...single, ...some]) {
    if (findValue([...common, demand], budget) === 'none') return none;
  }
  const together = several(some, [...common, ...single], budget);
  return together.is === 'found' ? together : unclear;
}
