import { isRcpSupported } from '../facts/rcp-services.ts';
import type { CompiledLayer, CompiledPolicySet } from './compile-policy-set.ts';
import type { Outcome } from './decision.ts';
import { allows, denies, grantsOf } from './evaluate-layer.ts';
import { grantedInAccount, granted, type OwnAccess, type ResourceGrants } from './grant-kind.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { accountOf } from './principal.ts';
import { rulesOfService } from './rules-of-service.ts';
import type { ServiceRules } from './service-rules.ts';
import { greater, lesser, maybe, no, yes, type Tri } from './tri.ts';

/** What the layers say of one request, before it is put into words. */
export interface Evaluation {
  readonly outcome: Outcome;
  readonly deny: Tri;
  readonly layers: AppliedLayers;
  readonly own: OwnAccess;
  readonly grants: ResourceGrants;
  readonly rules: ServiceRules;
  /** The caller is of another account than the resource. */
  readonly crossAccount: boolean;
}

/** The layers that apply to this caller and resource; those that do not are left out. */
export interface AppliedLayers {
  readonly identity?: CompiledLayer;
  readonly boundary?: CompiledLayer;
  readonly session?: CompiledLayer;
  readonly scp: readonly CompiledLayer[];
  readonly rcp: readonly CompiledLayer[];
  readonly endpoint?: CompiledLayer;
  readonly resource: CompiledLayer;
}

/** IAM, policy evaluation logic: within one account, and across two. */
export function evaluate(set: CompiledPolicySet, request: PreparedRequest): Evaluation {
  const rules = rulesOfService(set, request);
  const layers = appliedLayers(set, request, rules);
  const deny = deniedBy(layers, request, rules);
  const own = ownAccess(layers, request);
  const grants = resourceGrants(layers, request, rules);
  const account = accountOf(request.principal);
  const crossAccount = account !== undefined && account !== request.resourceAccount;
  const access = lesser(
    guardrails(layers, request),
    lesser(
      rules.notCut,
      accessOf({ own, grants, rules, crossAccount, foreign: account === undefined }),
    ),
  );
  return {
    outcome: outcomeOf(rules, deny, access),
    deny,
    layers,
    own,
    grants,
    rules,
    crossAccount,
  };
}

function outcomeOf(rules: ServiceRules, deny: Tri, access: Tri): Outcome {
  if (rules.alwaysAllowed) return 'allowed';
  if (deny === yes) return 'explicitly-denied';
  if (access === no) return 'implicitly-denied';
  return deny === maybe || access === maybe ? 'unknown' : 'allowed';
}

/** Those of the set that apply to this caller and this resource. */
export function appliedLayers(
  set: CompiledPolicySet,
  request: PreparedRequest,
  rules: ServiceRules,
): AppliedLayers {
  const { principal } = request;
  const { endpoint, resource } = set;
  const serviceLinked = principal.kind === 'role' && principal.serviceLinked;
  const rcpApplies = !serviceLinked && !rules.rcpExempt && isRcpSupported(request.service);
  const rcp = rcpApplies ? (set.rcp ?? []) : [];
  const outer = { rcp, resource, ...(endpoint && { endpoint }) };
  if (!('account' in principal)) return { scp: [], ...outer };
  const scp = serviceLinked ? [] : (set.scp ?? []);
  // The root user has no policies of its own.
  if (principal.kind === 'root') return { scp, ...outer };
  const { identity, boundary, session } = set;
  return { identity, ...(boundary && { boundary }), ...(session && { session }), scp, ...outer };
}

function deniedBy(layers: AppliedLayers, request: PreparedRequest, rules: ServiceRules): Tri {
  let deny: Tri = rules.ignoresResourceDeny ? no : denies(layers.resource, request);
  deny = greater(deny, rules.denied);
  if (deny === yes) return yes;
  for (const layer of ownLayers(layers)) deny = greater(deny, denies(layer, request));
  return deny;
}

/** Every layer but the resource policy, outermost first. */
export function ownLayers(layers: AppliedLayers): readonly CompiledLayer[] {
  const { rcp, scp, endpoint, identity, boundary, session } = layers;
  return [
    ...rcp,
    ...scp,
    ...(endpoint ? [endpoint] : []),
    ...(identity ? [identity] : []),
    ...(boundary ? [boundary] : []),
    ...(session ? [session] : []),
  ];
}

/** Layers that grant nothing, but must all allow. */
function guardrails(layers: AppliedLayers, request: PreparedRequest): Tri {
  let access: Tri = allows(layers.endpoint, request);
  for (const level of layers.rcp) access = lesser(access, allows(level, request));
  for (const level of layers.scp) access = lesser(access, allows(level, request));
  return access;
}

/** A root user needs no Allow of its own; a federated user has what its session policy has. */
function ownAccess(layers: AppliedLayers, request: PreparedRequest): OwnAccess {
  const unbound = request.principal.kind === 'federated-user' && layers.session === undefined;
  return {
    identity: allows(layers.identity, request),
    boundary: allows(layers.boundary, request),
    session: unbound ? no : allows(layers.session, request),
  };
}

function resourceGrants(
  layers: AppliedLayers,
  request: PreparedRequest,
  rules: ServiceRules,
): ResourceGrants {
  const { extra } = rules;
  if (rules.ignoresResourceAllow) return extra;
  const { sure, possible } = grantsOf(layers.resource, request);
  return { sure: sure | extra.sure, possible: possible | extra.possible };
}

interface Sides {
  readonly own: OwnAccess;
  readonly grants: ResourceGrants;
  readonly rules: ServiceRules;
  readonly crossAccount: boolean;
  /** The caller has no account: a service, a federated or an anonymous caller. */
  readonly foreign: boolean;
}

function accessOf({ own, grants, rules, crossAccount, foreign }: Sides): Tri {
  if (foreign) return granted(grants);
  const all = lesser(own.identity, lesser(own.boundary, own.session));
  // Both accounts must agree; no kind of grant spares the caller his own Allow.
  if (crossAccount) return lesser(greater(all, rules.grantMayDoAlone), granted(grants));
  const byResource = grantedInAccount(grants, own);
  return rules.resourceMustAllow ? byResource : greater(byResource, all);
}
