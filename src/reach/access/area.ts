import { actionFacts } from '../../facts/action-facts.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { ActionCell } from '../action-cell.ts';
import { Budget } from '../budget.ts';
import type { Domain } from '../domain.ts';
import { findValue, type Membership } from '../find-value.ts';
import { resourceDomain } from '../resource-domain.ts';
import { machineOf } from '../text/machine.ts';
import { any, tokensOf, type Token } from '../text/token.ts';

/** The resources that a question is about, of one type that the action works on. */
export interface Area {
  readonly type: ActionCell['type'];
  readonly domain: Domain;
  /** What every resource of the area begins with. */
  readonly prefix: string;
  /** Stands for the area where two areas are compared. */
  readonly text: string;
}

/** Steps to find out whether an area is empty. */
const emptiness = 20_000;

/**
 * The areas of an action, within all of `patterns` (ARNs with `*` and `?`; `*` is any resource). An
 * action without a resource has one area whatever the patterns are. No area: the action is never
 * about such a resource.
 */
export function areasOf(action: string, patterns: readonly string[]): readonly Area[] {
  const facts = actionFacts(action);
  if (facts === undefined) return [areaOf('unknown', patterns)];
  if (facts.resourceTypes.length === 0) return [areaOf(undefined, [])];
  return facts.resourceTypes.map((type) => areaOf(type, patterns)).filter(isNotEmpty);
}

function areaOf(type: ActionCell['type'], patterns: readonly string[]): Area {
  const base = resourceDomain(type);
  const demands = base.is === 'open' ? base.demands : [];
  const asked = patterns.filter((one) => !/^\*+$/.test(one)).map(within);
  return {
    type,
    domain: { is: 'open', missing: 'never', demands: [...demands, ...asked] },
    prefix: patterns.map(literalPrefix).reduce((a, b) => (b.length > a.length ? b : a), ''),
    text: `${typeof type === 'object' ? `${type.service} ${type.name}` : String(type)} ${patterns.join(' ')}`,
  };
}

/** Membership in a pattern whose wildcards take any character. */
export function within(pattern: string): Membership {
  const tokens = [...pattern].flatMap((char): readonly Token[] => {
    if (char === '*') return [any.run];
    return char === '?' ? [any.one] : tokensOf(char);
  });
  return { set: { family: 'text', machine: machineOf([tokens], false) }, inside: true };
}

function isNotEmpty({ domain }: Area): boolean {
  return domain.is === 'fixed' || findValue(domain.demands, new Budget(emptiness)) !== 'none';
}

/**
 * False if no resource of the area is one that the statement is about: their beginnings differ. True
 * proves nothing.
 */
export function mayConcern({ resource, statement }: CompiledStatement, area: Area): boolean {
  if (resource.patterns === undefined) return true;
  if (area.type === undefined) return resource.everything !== resource.not;
  if (resource.not || resource.everything) return true;
  return (statement.resource?.values ?? []).some((one) => mayMeet(one, area.prefix));
}

function mayMeet(pattern: string, prefix: string): boolean {
  const literal = literalPrefix(pattern);
  if (literal.startsWith(prefix)) return true;
  // An ARN that is not whole goes on with anything.
  const goesOn = literal.length < pattern.length || pattern.split(':').length < 6;
  return goesOn && prefix.startsWith(literal);
}

/** Up to the first wildcard or policy variable. */
function literalPrefix(pattern: string): string {
  const end = /[*?]|\$\{/.exec(pattern)?.index;
  return end === undefined ? pattern : pattern.slice(0, end);
}
