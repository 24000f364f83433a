import type { CompiledLayer } from './compile-policy-set.ts';
import type { CompiledStatement } from './compile-statement.ts';
import type { Miss, Reason } from './decision.ts';
import { allows, matches } from './evaluate-layer.ts';
import { ownLayers, type Evaluation } from './evaluation.ts';
import { granted } from './grant-kind.ts';
import { distance, firstMiss } from './miss.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { layerText, missText, sourceText } from './reason-text.ts';
import { rule } from './service-rules.ts';
import { maybe, no, yes } from './tri.ts';

/** The reasons of a decision, the most important first. */
export function explain(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const { rules, outcome } = evaluation;
  if (rules.alwaysAllowed) return [{ kind: 'rule', text: rules.alwaysAllowed }];
  const reasons = {
    allowed: () => whatAllows(request, evaluation),
    'explicitly-denied': () => whatDenies(request, evaluation),
    'implicitly-denied': () => whatIsMissing(request, evaluation),
    unknown: () => whatIsUnsure(request, evaluation),
  }[outcome]();
  return reasons.length > 0 ? reasons : [{ kind: 'rule', text: nothingSaid }];
}

const nothingSaid = 'no policy that applies says anything about this request';

function allLayers({ layers }: Evaluation): readonly CompiledLayer[] {
  return [...ownLayers(layers), layers.resource];
}

function whatDenies(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const behind =
    evaluation.rules.denied === yes
      ? [rule('the policy of the bucket behind the access point denies it')]
      : [];
  const statements = allLayers(evaluation).flatMap(({ layer, level, denies }) =>
    denies
      .filter((one) => matches(one, request) === yes)
      .map((one): Reason => {
        const text = `${sourceText(one.source)} in ${layerText(layer, level)} denies it`;
        return { kind: 'deny', statement: one.source, text };
      }),
  );
  return [...statements, ...behind];
}

function whatAllows(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const root: readonly Reason[] =
    request.principal.kind === 'root' && !evaluation.crossAccount
      ? [{ kind: 'rule', text: 'the root user may do all that nothing denies in its own account' }]
      : [];
  const statements = allowingStatements(request, evaluation);
  return [...root, ...evaluation.rules.grantReasons, ...statements];
}

/** One of each layer that has any, the resource policy's first. */
function allowingStatements(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const statements = allLayers(evaluation).flatMap((layer) => {
    const one = layer.allows.find((statement) => matches(statement, request) === yes);
    return one === undefined ? [] : [allowReason(layer, one)];
  });
  return statements.toReversed();
}

function allowReason({ layer, level }: CompiledLayer, { source }: CompiledStatement): Reason {
  const text = `${sourceText(source)} in ${layerText(layer, level)} allows it`;
  return { kind: 'allow', statement: source, text };
}

function whatIsMissing(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const { rules } = evaluation;
  const cut: readonly Reason[] = rules.notCut === no ? [{ kind: 'rule', text: rules.cutText }] : [];
  const layers = missingLayers(request, evaluation).map((layer) => missingReason(layer, request));
  // What does allow it shows how far the request came.
  return [...cut, ...layers, ...allowingStatements(request, evaluation)];
}

/** The layers that would each have to allow the request, and do not. */
function missingLayers(request: PreparedRequest, evaluation: Evaluation): readonly CompiledLayer[] {
  const { layers, grants, rules, own, crossAccount } = evaluation;
  const { rcp, scp, endpoint, identity, boundary, session, resource } = layers;
  const silent = (layer: CompiledLayer | undefined): readonly CompiledLayer[] =>
    layer !== undefined && allows(layer, request) === no ? [layer] : [];
  const outer = [...rcp, ...scp, ...(endpoint ? [endpoint] : [])].flatMap(silent);
  const inner = [...silent(boundary), ...silent(session)];
  const byResource = granted(grants) !== no;
  const foreign = identity === undefined;
  const needsResource = foreign || crossAccount || rules.resourceMustAllow;
  const missing = [
    ...(own.identity === no ? silent(identity) : []),
    ...(byResource && !crossAccount && own.identity !== no && inner.length === 0 ? [] : inner),
    ...(!byResource && (needsResource || own.identity === no) ? [resource] : []),
  ];
  return [...missing, ...outer];
}

function missingReason(layer: CompiledLayer, request: PreparedRequest): Reason {
  const near = nearMisses(layer, request);
  const name = layerText(layer.layer, layer.level);
  const nearest = near.map(
    (miss) => `${sourceText(miss.statement)} comes near, but ${missText(miss)}`,
  );
  const text = [silenceOf(layer, name), ...nearest].join('; ');
  return {
    kind: 'no-allow',
    layer: layer.layer,
    ...(layer.level !== undefined && { level: layer.level }),
    near,
    text,
  };
}

function silenceOf({ layer, allows: allow, denies: deny }: CompiledLayer, name: string): string {
  const empty = allow.length === 0 && deny.length === 0;
  return layer === 'resource' && empty
    ? 'there is no resource policy that could allow it'
    : `nothing in ${name} allows it`;
}

/** At most three, the nearest first. */
function nearMisses(layer: CompiledLayer, request: PreparedRequest): readonly Miss[] {
  return layer.allows
    .flatMap((one) => firstMiss(one, request) ?? [])
    .flatMap((miss) => {
      const far = distance(miss);
      return far === undefined ? [] : [{ miss, far }];
    })
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ miss }) => miss);
}

function whatIsUnsure(request: PreparedRequest, evaluation: Evaluation): readonly Reason[] {
  const { rules } = evaluation;
  const cut: readonly Reason[] =
    rules.notCut === maybe ? [{ kind: 'rule', text: rules.cutText }] : [];
  const layers = allLayers(evaluation);
  const unread = layers.flatMap((layer) => layer.unread);
  const odd = unread.map((one): Reason => ({ kind: 'rule', text: `not known: ${one}` }));
  const statements = layers
    .flatMap((layer) => [...layer.denies, ...layer.allows])
    .filter((one) => matches(one, request) === maybe)
    .flatMap((one) => unsureReason(one, request));
  return [...cut, ...rules.grantReasons, ...odd, ...statements];
}

function unsureReason(one: CompiledStatement, request: PreparedRequest): readonly Reason[] {
  const miss = firstMiss(one, request);
  if (miss === undefined) return [];
  const verb = one.allows ? 'may allow it' : 'may deny it';
  const text = `${sourceText(one.source)} in ${layerText(one.source.layer, one.source.level)} ${verb}: ${missText(miss)}`;
  return [{ kind: 'unsure', miss, text }];
}
