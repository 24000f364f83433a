import type { Account } from '../account/account.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import { fail, pass, unknown } from '../rule/verdict.ts';
import { artifactPlaces } from './artifact-places.ts';
import { everyAccess, leastAccess } from './asked-access.ts';
import { clauseTitle } from './clause-title.ts';
import type { ArtifactSpec, Clause, Contract } from './contract.ts';
import { intruderDoubt, intruderEvidence } from './intruder-evidence.ts';
import { lowerBound, type LockedOut } from './lower-bound.ts';
import { isMember, type Members } from './members.ts';
import { personaMembers } from './persona-members.ts';
import { findIntruders } from './upper-bound.ts';

/**
 * Whether nobody but those whom the clause names has the access, and those have it. A violation
 * stands whatever else is not known; without one, whatever is missing makes the verdict unknown.
 */
export function judgeClause(account: Account, contract: Contract, clause: Clause): Verdict {
  const spec = contract.artifacts.get(clause.artifact);
  if (spec === undefined) return unknown(undeclared(`artifact ${clause.artifact}`));
  const places = artifactPlaces(account, clause.artifact, spec);
  const members = membersOf(account, contract);
  const must = clause.must.map(members);
  const may = clause.may.map(members);
  const exempt = contract.exempt.map(members);
  const permitted = [...must, ...may, ...exempt];
  const intruders = findIntruders(account, {
    questions: everyAccess(places.list, clause.verb),
    permits: (caller) => caller.sort === 'root' || permitted.some((one) => isMember(one, caller)),
    transitive: contract.transitive,
  });
  const demand = { questions: leastAccess(places.list, clause.verb), quantity: quantityOf(spec) };
  const bounds = must.map((one) => lowerBound(account, one, demand));
  const expected = clauseTitle(clause);
  // A role may turn out to be of a persona of whose work not all is known.
  const open = permitted.filter(({ isOpen }) => isOpen).map(({ persona }) => persona);
  const sure = intruders.list.filter(({ name }) => open.length === 0 || !name.startsWith('role/'));
  const [first, ...others] = [
    ...sure.flatMap((one) => intruderEvidence(one, { clause, expected })),
    ...lockedOutEvidence(
      bounds.flatMap((one) => one.lockedOut),
      expected,
    ),
  ];
  if (first !== undefined) return fail(first, ...others);
  const [gap, ...gaps] = [
    ...places.missing,
    ...permitted.flatMap((one) => one.missing),
    ...intruders.missing,
    ...intruders.list.map((one) => intruderDoubt(one, clause, open)),
    ...bounds.flatMap((one) => one.missing),
  ];
  if (gap !== undefined) return unknown(...distinct(gap, gaps));
  return pass(noteOf(exempt));
}

function membersOf(account: Account, { personas }: Contract): (name: string) => Members {
  return (name) => {
    const spec = personas.get(name);
    if (spec !== undefined) return personaMembers(account, name, spec);
    const missing = [undeclared(`persona ${name}`)];
    return { persona: name, principals: new Set(), others: [], missing, isOpen: false };
  };
}

function undeclared(what: string): Missing {
  return { what, why: notCollected('the contract does not say what it is') };
}

function quantityOf({ by }: ArtifactSpec): 'every' | 'some' {
  return by === 'is' ? 'every' : 'some';
}

function lockedOutEvidence(list: readonly LockedOut[], expected: string): readonly Evidence[] {
  const byName = new Map(list.map((one) => [one.name, one]));
  return [...byName.values()].map(({ name, persona, why }) => ({
    finding: `missing:${name}`,
    expected,
    got: `${name} of persona ${persona} cannot: ${why}`,
  }));
}

function distinct(first: Missing, rest: readonly Missing[]): [Missing, ...Missing[]] {
  const own = JSON.stringify(first);
  const byText = new Map(rest.map((one) => [JSON.stringify(one), one]));
  byText.delete(own);
  return [first, ...byText.values()];
}

/** Who is left out of the judgement. */
function noteOf(exempt: readonly Members[]): string {
  const names = exempt.flatMap(({ persona, principals, others }) => {
    const members = [...principals, ...others.map(({ name }) => name)];
    return [`${persona} (${members.join(', ') || 'nobody'})`];
  });
  return `not asked about: ${['the root user', ...names].join(', ')}`;
}
