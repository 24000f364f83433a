import { actionFacts } from '../../facts/action-facts.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { ActionCell } from '../action-cell.ts';
import { Budget } from '../budget.ts';
import type { Domain } from '../domain.ts';
import { findValue, type Membership } from '../find-value.ts';
import { resourceDomain } from '../resource-domain.ts';
import { machineOf } from '../text/machine.ts';
import { any, tokensOf, type Token } from '../text/token.ts';
import { beginningsOf, literalPrefix } from './beginning.ts';

/** The resources that a question is about, of one type that the action works on. */
export interface Area {
  readonly type: ActionCell['type'];
  /** ARNs with `*` and `?`; all of them fit every resource of the area. */
  readonly patterns: readonly string[];
  readonly domain: Domain;
  /** What every resource of the area begins with. */
  readonly prefix: string;
}

/** Steps to find out whether an area is empty. */
const emptiness = 20_000;

/**
 * The areas of an action, within all of `patterns` (ARNs with `*` and `?`; `*` is any resource). An
 * action without a resource has one area whatever the patterns are. No area: the action is never
 * about such a resource.
 */
export function areasOf(action: string, patterns: readonly string[]): Areas {
  const key = [action.toLowerCase(), ...patterns].join(' ');
  const areas = known.get(key) ?? new Areas(listAreas(action, patterns));
  if (known.size >= most) known.clear();
  known.set(key, areas);
  return areas;
}

/** They follow from what is asked alone: the same questions come for every account. */
const known = new Map<string, Areas>();

/** As many are kept; then others take their place. */
const most = 5_000;

/** All areas of a question. */
export class Areas {
  readonly list: readonly Area[];
  readonly #concerned = new WeakMap<CompiledStatement, boolean>();

  constructor(list: readonly Area[]) {
    this.list = list;
  }

  /**
   * False if no resource is one that the statement is about: their ARNs begin differently. True
   * proves nothing.
   */
  concerns(statement: CompiledStatement): boolean {
    const known = this.#concerned.get(statement);
    if (known !== undefined) return known;
    const concerns = this.list.some((area) => mayConcern(statement, area));
    this.#concerned.set(statement, concerns);
    return concerns;
  }
}

function listAreas(action: string, patterns: readonly string[]): readonly Area[] {
  const facts = actionFacts(action);
  if (facts === undefined) return [areaOf('unknown', patterns)];
  if (facts.resourceTypes.length === 0) return [areaOf(undefined, [])];
  return facts.resourceTypes.map((type) => areaOf(type, patterns)).filter(isNotEmpty);
}

function areaOf(type: ActionCell['type'], patterns: readonly string[]): Area {
  const base = resourceDomain(type);
  const asked = patterns.filter((one) => !/^\*+$/.test(one)).map((one) => amongArns([one]));
  return {
    type,
    patterns,
    domain: { ...base, demands: [...base.demands, ...asked] },
    prefix: patterns.map(literalPrefix).reduce((a, b) => (b.length > a.length ? b : a), ''),
  };
}

/** Whether the resource is one of the area. */
export function isIn(resource: string, { domain }: Area): boolean {
  if (domain.is === 'fixed') return false;
  const found = findValue([...domain.demands, exactly(resource)], new Budget(emptiness));
  return typeof found === 'object';
}

/** Membership of this one text. */
export function exactly(text: string): Membership {
  return {
    set: { family: 'text', machine: machineOf([tokensOf(text)], false) },
    inside: true,
  };
}

/** Membership in one of these ARN patterns. */
export function amongArns(patterns: readonly string[]): Membership {
  return {
    set: { family: 'text', machine: machineOf(patterns.map(arnTokens), false) },
    inside: true,
  };
}

/** In the first five parts a wildcard takes no colon. */
function arnTokens(pattern: string): readonly Token[] {
  const [, head = '', name = ''] = /^((?:[^:]*:){5})(.*)$/s.exec(pattern) ?? ['', '', pattern];
  const inCell = head.split('').flatMap((char): readonly Token[] => {
    if (char === '*') return [any.runInCell];
    return char === '?' ? [any.oneInCell] : tokensOf(char);
  });
  return [...inCell, ...plainTokens(name)];
}

/** Membership in a pattern whose wildcards take any character. */
export function within(pattern: string): Membership {
  return memberOf(plainTokens(pattern));
}

function plainTokens(pattern: string): readonly Token[] {
  return pattern.split('').flatMap((char): readonly Token[] => {
    if (char === '*') return [any.run];
    return char === '?' ? [any.one] : tokensOf(char);
  });
}

function memberOf(tokens: readonly Token[]): Membership {
  return { set: { family: 'text', machine: machineOf([tokens], false) }, inside: true };
}

function isNotEmpty({ domain }: Area): boolean {
  return domain.is === 'fixed' || findValue(domain.demands, new Budget(emptiness)) !== 'none';
}

function mayConcern(statement: CompiledStatement, area: Area): boolean {
  const { resource } = statement;
  if (area.type === undefined && resource.patterns !== undefined) {
    return resource.everything !== resource.not;
  }
  const beginnings = beginningsOf(statement);
  if (beginnings === 'any') return true;
  return beginnings.some(
    ({ text, goesOn }) => text.startsWith(area.prefix) || (goesOn && area.prefix.startsWith(text)),
  );
}
