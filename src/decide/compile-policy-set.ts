import type { Oddity } from '../policy/oddity.ts';
import { ByAction } from './by-action.ts';
import { CompiledStatement } from './compile-statement.ts';
import type { Layer, PolicySet, SourcedPolicy } from './policy-set.ts';
import type { Settings } from './settings.ts';

/** The statements of one layer, or of one level of the organisation. */
export interface CompiledLayer {
  readonly layer: Layer;
  readonly level?: number;
  readonly allows: readonly CompiledStatement[];
  readonly denies: readonly CompiledStatement[];
  /** The same, by the action they fit. */
  readonly allowing: ByAction;
  readonly denying: ByAction;
  /** Documents that are not understood as a whole: they may allow and may deny anything. */
  readonly unread: readonly string[];
}

export interface CompiledPolicySet {
  readonly identity: CompiledLayer;
  readonly boundary?: CompiledLayer;
  readonly session?: CompiledLayer;
  readonly scp?: readonly CompiledLayer[];
  readonly rcp?: readonly CompiledLayer[];
  readonly endpoint?: CompiledLayer;
  readonly resource: CompiledLayer;
  /** The policy of the bucket behind an access point. */
  readonly bucketBehind?: CompiledLayer;
  /** As it is written. */
  readonly resourcePolicy?: SourcedPolicy | undefined;
  readonly settings: Settings;
}

/** Compiled policies by the parsed policy, then by where they stand: many principals share one. */
export type CompileCache = WeakMap<object, Map<string, CompiledPolicy>>;

/**
 * Compiles every policy once; the result answers any number of requests. A cache is worth while for
 * whoever compiles many sets that have policies in common.
 */
export function compilePolicySet(
  policies: PolicySet,
  settings: Settings = {},
  cache?: CompileCache,
): CompiledPolicySet {
  const { identity, boundary, session, scp, rcp, endpoint, resource } = policies;
  const ofLayer: OfLayer = (layer, all, level) => compileLayer({ layer, level, cache }, all);
  const behind = settings.s3?.bucketBehind;
  return {
    identity: ofLayer('identity', identity),
    ...(boundary && { boundary: ofLayer('boundary', boundary) }),
    ...(session && { session: ofLayer('session', session) }),
    ...(scp && { scp: scp.map((one, level) => ofLayer('scp', one, level)) }),
    ...(rcp && { rcp: rcp.map((one, level) => ofLayer('rcp', one, level)) }),
    ...(endpoint && { endpoint: ofLayer('endpoint', endpoint) }),
    resource: ofLayer('resource', resource === undefined ? [] : [resource]),
    ...(behind && { bucketBehind: ofLayer('resource', behind.policy ? [behind.policy] : []) }),
    resourcePolicy: resource,
    settings,
  };
}

type OfLayer = (layer: Layer, policies: readonly SourcedPolicy[], level?: number) => CompiledLayer;

/** Where policies stand. */
export interface LayerPlace {
  readonly layer: Layer;
  readonly level?: number | undefined;
  readonly cache?: CompileCache | undefined;
}

/** One layer by itself, for whoever puts sets together of layers that they share. */
export function compileLayer(place: LayerPlace, policies: readonly SourcedPolicy[]): CompiledLayer {
  const { layer, level } = place;
  const compiled = policies.map((policy) => compilePolicy(policy, place));
  const statements = compiled.flatMap((one) => one.statements);
  const allows = statements.filter((one) => one.allows);
  const denies = statements.filter((one) => !one.allows);
  return {
    layer,
    ...(level !== undefined && { level }),
    allows,
    denies,
    allowing: new ByAction(allows),
    denying: new ByAction(denies),
    unread: compiled.flatMap((one) => one.unread),
  };
}

interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  readonly unread: readonly string[];
}

function compilePolicy(
  sourced: SourcedPolicy,
  { layer, level, cache }: LayerPlace,
): CompiledPolicy {
  if (cache === undefined) return freshPolicy(sourced, layer, level);
  const known = cache.get(sourced.policy) ?? new Map<string, CompiledPolicy>();
  cache.set(sourced.policy, known);
  const place = `${layer} ${level ?? ''} ${sourced.name}`;
  const compiled = known.get(place) ?? freshPolicy(sourced, layer, level);
  known.set(place, compiled);
  return compiled;
}

function freshPolicy(
  { name, policy, oddities }: SourcedPolicy,
  layer: Layer,
  level?: number,
): CompiledPolicy {
  const known = new Set(policy.statements.map((one) => one.index));
  const { ofStatement, ofDocument } = sortOddities(oddities, known);
  const statements = policy.statements.map((statement) => {
    const { index, sid } = statement;
    const source = {
      layer,
      ...(level !== undefined && { level }),
      policy: name,
      index,
      ...(sid !== undefined && { sid }),
    };
    return new CompiledStatement(statement, policy.version, source, [
      ...ofDocument,
      ...(ofStatement.get(index) ?? []),
    ]);
  });
  return {
    statements,
    unread: ofDocument.map(
      ({ at, message }) => `${name}${at === '' ? '' : ` at ${at}`}: ${message}`,
    ),
  };
}

interface SortedOddities {
  readonly ofStatement: ReadonlyMap<number, readonly Oddity[]>;
  /** Of the whole document, or of a statement that could not be kept. */
  readonly ofDocument: readonly Oddity[];
}

function sortOddities(
  oddities: readonly Oddity[],
  statements: ReadonlySet<number>,
): SortedOddities {
  const ofStatement = new Map<number, Oddity[]>();
  const ofDocument: Oddity[] = [];
  for (const oddity of oddities) {
    const match = /^\/Statement(?:\/(\d+))?\//.exec(`${oddity.at}/`);
    const index = match === null ? undefined : Number(match[1] ?? 0);
    if (index === undefined || !statements.has(index)) ofDocument.push(oddity);
    else ofStatement.set(index, [...(ofStatement.get(index) ?? []), oddity]);
  }
  return { ofStatement, ofDocument };
}
