import { notCollected } from '../model/observed.ts';
import type { Kind } from '../model/resource.ts';
import type { Universe } from '../model/snapshot.ts';
import type { Missing } from '../model/verdict.ts';

/** These live in no region: one list stands for the whole account, whatever region it names. */
const global: ReadonlySet<Kind> = new Set<Kind>([
  'iam.account',
  'iam.user',
  'iam.group',
  'iam.role',
  'iam.policy',
  'iam.oidc-provider',
  'iam.saml-provider',
  's3.account',
  's3.bucket',
]);

export interface GapQuestion {
  readonly kind: Kind;
  /** The universes of the kind. */
  readonly universes: readonly Universe[];
  /** The regions that were captured. */
  readonly regions: readonly string[];
  /** Undefined: everywhere. */
  readonly region: string | undefined;
}

/** Every list of the kind that did not end well, and every one that was never asked for. */
export function findGaps(question: GapQuestion): readonly Missing[] {
  return [...brokenLists(question), ...unaskedLists(question)];
}

function brokenLists({ kind, universes, region }: GapQuestion): readonly Missing[] {
  return universes
    .filter((one) => one.end !== 'complete')
    .filter((one) => region === undefined || global.has(kind) || covers(one, region))
    .map((one) => ({
      what: `all ${kind} in ${one.region}`,
      why: one.problem ?? notCollected(`the list is ${one.end}`),
    }));
}

function unaskedLists({ kind, universes, regions, region }: GapQuestion): readonly Missing[] {
  const why = notCollected('never listed');
  if (global.has(kind)) return universes.length > 0 ? [] : [{ what: `all ${kind}`, why }];
  const asked = region === undefined ? regions : [region];
  if (asked.length === 0 && universes.length === 0) return [{ what: `all ${kind}`, why }];
  return asked
    .filter((one) => !universes.some((universe) => covers(universe, one)))
    .map((one) => ({ what: `all ${kind} in ${one}`, why }));
}

function covers(universe: Universe, region: string): boolean {
  return universe.region === region || universe.region === 'global';
}
