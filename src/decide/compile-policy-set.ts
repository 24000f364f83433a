import type { Oddity } from '../policy/oddity.ts';
import { compileStatement, type CompiledStatement } from './compile-statement.ts';
import type { Layer, PolicySet, SourcedPolicy } from './policy-set.ts';
import type { Settings } from './settings.ts';

/** The statements of one layer, or of one level of the organisation. */
export interface CompiledLayer {
  readonly layer: Layer;
  readonly level?: number;
  readonly allows: readonly CompiledStatement[];
  readonly denies: readonly CompiledStatement[];
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
  readonly policies: PolicySet;
  readonly settings: Settings;
}

/** Compiles every policy once; the result answers any number of requests. */
export function compilePolicySet(policies: PolicySet, settings: Settings = {}): CompiledPolicySet {
  const { identity, boundary, session, scp, rcp, endpoint, resource } = policies;
  const behind = settings.s3?.bucketBehind;
  return {
    identity: compileLayer('identity', identity),
    ...(boundary && { boundary: compileLayer('boundary', boundary) }),
    ...(session && { session: compileLayer('session', session) }),
    ...(scp && { scp: scp.map((one, level) => compileLayer('scp', one, level)) }),
    ...(rcp && { rcp: rcp.map((one, level) => compileLayer('rcp', one, level)) }),
    ...(endpoint && { endpoint: compileLayer('endpoint', endpoint) }),
    resource: compileLayer('resource', resource === undefined ? [] : [resource]),
    ...(behind && { bucketBehind: compileLayer('resource', behind.policy ? [behind.policy] : []) }),
    policies,
    settings,
  };
}

export function compileLayer(
  layer: Layer,
  policies: readonly SourcedPolicy[],
  level?: number,
): CompiledLayer {
  const compiled = policies.map((policy) => compilePolicy(policy, layer, level));
  const statements = compiled.flatMap((one) => one.statements);
  return {
    layer,
    ...(level !== undefined && { level }),
    allows: statements.filter((one) => one.allows),
    denies: statements.filter((one) => !one.allows),
    unread: compiled.flatMap((one) => one.unread),
  };
}

interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  readonly unread: readonly string[];
}

/** By the parsed policy, then by where it stands: many principals share a policy. */
const compiledPolicies = new WeakMap<object, Map<string, CompiledPolicy>>();

function compilePolicy(sourced: SourcedPolicy, layer: Layer, level?: number): CompiledPolicy {
  const known = compiledPolicies.get(sourced.policy) ?? new Map<string, CompiledPolicy>();
  compiledPolicies.set(sourced.policy, known);
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
  const statements = policy.statements.map((statement) =>
    compileStatement(
      statement,
      policy.version,
      {
        layer,
        ...(level !== undefined && { level }),
        policy: name,
        index: statement.index,
        ...(statement.sid !== undefined && { sid: statement.sid }),
      },
      ofStatement.get(statement.index) ?? [],
    ),
  );
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
