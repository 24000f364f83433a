import type { ListElement } from '../model/policy.ts';
import { globMatches } from '../policy/glob.ts';

/** An `Action` or `NotAction` element, for asking which actions of a service it lists. */
export interface ActionList {
  readonly not: boolean;
  /** It lists every action. */
  readonly everything: boolean;
  /** In lower case, by the service they name. */
  readonly ofService: ReadonlyMap<string, readonly string[]>;
  /** Patterns that may fit actions of several services. */
  readonly ofAny: readonly string[];
}

export function readActionList({ not, values }: ListElement): ActionList {
  const ofService = new Map<string, string[]>();
  const ofAny: string[] = [];
  for (const value of values) {
    const text = value.toLowerCase();
    const service = serviceIn(text);
    if (service === undefined) ofAny.push(text);
    else ofService.set(service, [...(ofService.get(service) ?? []), text]);
  }
  return { not, everything: ofAny.some((one) => /^\*+$/.test(one)), ofService, ofAny };
}

/** Undefined: there may be several. */
function serviceIn(pattern: string): string | undefined {
  const service = pattern.slice(0, Math.max(0, pattern.indexOf(':')));
  if (service === '') return /[*?]/.test(pattern) ? undefined : '';
  return /[*?]/.test(service) ? undefined : service;
}

/** Calls `found` with the index of every name that the element matches, ascending or not. */
export function matchedActions(
  list: ActionList,
  service: string,
  names: ActionNames,
  found: (index: number) => void,
): void {
  const patterns = list.everything
    ? ['*']
    : [...(list.ofService.get(service) ?? []), ...list.ofAny];
  if (list.not && list.everything) return;
  if (patterns.length === 0 && !list.not) return;
  const hit = new Uint8Array(names.all.length);
  for (const pattern of patterns) mark(pattern, names, hit);
  hit.forEach((is, index) => {
    if ((is === 1) !== list.not) found(index);
  });
}

/** The actions of a service, in lower case. */
export interface ActionNames {
  readonly all: readonly string[];
  readonly indexes: ReadonlyMap<string, number>;
}

function mark(pattern: string, { all, indexes }: ActionNames, hit: Uint8Array): void {
  const wild = pattern.search(/[*?]/);
  if (wild < 0) {
    const index = indexes.get(pattern);
    if (index !== undefined) hit[index] = 1;
    return;
  }
  const start = pattern.slice(0, wild);
  const isStart = /^\*+$/.test(pattern.slice(wild));
  for (const [index, name] of all.entries()) {
    if (name.startsWith(start) && (isStart || globMatches(pattern, name))) hit[index] = 1;
  }
}
