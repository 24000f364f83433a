import type { Caller } from './caller.ts';
import { conditionHolds } from './condition.ts';
import { list, type NaiveDocument, type NaivePolicies, type NaiveStatement } from './naive-case.ts';
import { waysNamed, type Way } from './principal.ts';
import type { RequestKeys } from './request-keys.ts';
import { resourceMatches } from './resource.ts';
import { isLike } from './text.ts';

/** One request in one of two worlds: everything in doubt for the caller, or all against him. */
export interface World {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly keys: RequestKeys;
  readonly bounded: boolean;
  readonly kind: 'best' | 'worst';
}

export type LayerName = keyof NaivePolicies;

/** The ways in which statements of one effect in a document match the request; none: none does. */
export function matchingWays(
  document: NaiveDocument,
  effect: NaiveStatement['Effect'],
  { world, layer }: { readonly world: World; readonly layer: LayerName },
): readonly Way[] {
  // In the best world every doubtful Allow counts and no doubtful Deny does.
  const lenient = (effect === 'Allow') === (world.kind === 'best');
  const { Version = '2008-10-17' } = document;
  if (Version !== '2012-10-17' && Version !== '2008-10-17') return lenient ? allWays : [];
  const variables = Version === '2012-10-17';
  return list(document.Statement)
    .filter((one) => one.Effect === effect)
    .filter((one) => statementFits(one, { world, layer, lenient, variables }))
    .flatMap((one) => (hasPrincipal(layer) ? waysNamed(one, { ...world, lenient }) : ['everyone']));
}

const allWays: readonly Way[] = [
  ...(['everyone', 'account', 'user', 'role', 'session'] as const),
  ...(['issuer', 'service', 'federated'] as const),
];

function hasPrincipal(layer: LayerName): boolean {
  return layer === 'resource' || layer === 'endpoint' || layer === 'rcp';
}

interface Leaning {
  readonly world: World;
  readonly layer: LayerName;
  readonly lenient: boolean;
  readonly variables: boolean;
}

function statementFits(statement: NaiveStatement, leaning: Leaning): boolean {
  const { world, layer, lenient, variables } = leaning;
  const { resource, keys } = world;
  // Trust policies and others leave Resource out; a policy of another kind must not.
  const missing = layer === 'resource' || lenient;
  // "You cannot use the Principal element in an identity-based policy."
  const isOdd = !hasPrincipal(layer) && (statement.Principal ?? statement.NotPrincipal);
  if (isOdd && !lenient) return false;
  return (
    actionMatches(statement, world.action) &&
    resourceMatches(statement, { resource, keys, variables, lenient }, missing) &&
    conditionHolds(statement.Condition ?? {}, { keys, variables, lenient })
  );
}

/** Prefix and name of an action know no case. */
function actionMatches({ Action, NotAction }: NaiveStatement, action: string): boolean {
  const reading = { keys: new Map(), variables: false, wildcards: true };
  const listed = list(Action ?? NotAction).some((one) =>
    isLike(one.toLowerCase(), action.toLowerCase(), reading),
  );
  return Action === undefined ? !listed : listed;
}
