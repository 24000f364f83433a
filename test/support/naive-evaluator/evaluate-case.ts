import { callerOf, hasAccount, type Caller } from './caller.ts';
import type { NaiveCase, NaiveDocument, NaivePolicies, NaiveRequest } from './naive-case.ts';
import type { Way } from './principal.ts';
import { requestKeys } from './request-keys.ts';
import {
  isOutsideKms,
  isOutsideSts,
  isRcpService,
  mustBeNamed,
  needsCredentials,
} from './service.ts';
import { matchingWays, type LayerName, type World } from './statement.ts';

export type NaiveOutcome = 'allowed' | 'explicitly-denied' | 'implicitly-denied' | 'unknown';

/**
 * A second evaluator, written from the AWS documentation in the plainest way and sharing no code
 * with the engine. What the documentation leaves in doubt is decided once for the caller and once
 * against him: if only the first is an Allow, the answer is unknown.
 */
export function naiveDecision(given: NaiveCase): NaiveOutcome {
  const best = decisionIn('best', given);
  if (best !== 'allowed') return best;
  return decisionIn('worst', given) === 'allowed' ? 'allowed' : 'unknown';
}

function decisionIn(kind: World['kind'], { request, policies }: NaiveCase): NaiveOutcome {
  const caller = callerOf(request.principal);
  const isSigned = caller.type !== 'anonymous' && caller.type !== 'federated';
  if (isSigned && request.action.toLowerCase() === 'sts:getcalleridentity') return 'allowed';
  const resourceAccount =
    request.resourceAccount ?? (accountInArn(request.resource) || caller.account);
  const layers = layersFor(caller, request, policies);
  const world: World = {
    kind,
    caller,
    action: request.action,
    resource: request.resource,
    keys: requestKeys(request, caller, resourceAccount),
    bounded: layers.boundary !== undefined,
  };
  return evaluate(layers, world, resourceAccount);
}

function accountInArn(resource: string): string {
  return resource.split(':')[4] ?? '';
}

/** Leaves out the layers that do not apply to this caller. */
function layersFor(
  caller: Caller,
  { action }: NaiveRequest,
  { identity = [], boundary, session, scp, rcp, endpoint, resource }: NaivePolicies,
): NaivePolicies {
  const isOwn = hasAccount(caller) && caller.type !== 'root';
  return {
    ...(isOwn && { identity }),
    ...(isOwn && boundary && { boundary }),
    ...(isOwn && session && { session }),
    ...(hasAccount(caller) && !caller.isServiceLinked && scp && { scp }),
    ...(!caller.isServiceLinked && isRcpService(action) && rcp && { rcp }),
    ...(endpoint && { endpoint }),
    ...(resource && { resource }),
  };
}

/** "Policy evaluation logic", one step after the other. */
function evaluate(layers: NaivePolicies, world: World, resourceAccount: string): NaiveOutcome {
  const { identity, boundary, session, scp = [], rcp = [], endpoint, resource } = layers;
  const denies = (layer: LayerName, documents: readonly NaiveDocument[] = []): boolean =>
    documents.some((one) => matchingWays(one, 'Deny', { world, layer }).length > 0);
  const allows = (layer: LayerName, documents: readonly NaiveDocument[]): boolean =>
    documents.some((one) => matchingWays(one, 'Allow', { world, layer }).length > 0);

  const isDenied =
    denies('rcp', rcp.flat()) ||
    denies('scp', scp.flat()) ||
    denies('endpoint', endpoint) ||
    denies('resource', resource && [resource]) ||
    denies('identity', identity) ||
    denies('boundary', boundary) ||
    denies('session', session);
  if (isDenied) return 'explicitly-denied';
  if (isOutsideSts(world.action, world.caller.type)) return 'implicitly-denied';
  if (needsCredentials(world.action, world.caller.type)) return 'implicitly-denied';
  if (!rcp.every((level) => allows('rcp', level))) return 'implicitly-denied';
  if (!scp.every((level) => allows('scp', level))) return 'implicitly-denied';
  if (endpoint && !allows('endpoint', endpoint)) return 'implicitly-denied';

  const { caller } = world;
  const own: OwnAllows = {
    I: caller.type === 'root' || (identity !== undefined && allows('identity', identity)),
    B: boundary === undefined || allows('boundary', boundary),
    // A federated user has nothing but what his session policies give.
    S: session === undefined ? caller.type !== 'federated-user' : allows('session', session),
  };
  const ways = resource ? matchingWays(resource, 'Allow', { world, layer: 'resource' }) : [];
  return isGranted({ world, own, ways }, resourceAccount) ? 'allowed' : 'implicitly-denied';
}

interface OwnAllows {
  readonly I: boolean;
  readonly B: boolean;
  readonly S: boolean;
}

interface Granting {
  readonly world: World;
  readonly own: OwnAllows;
  readonly ways: readonly Way[];
}

function isGranted({ world, own, ways }: Granting, resourceAccount: string): boolean {
  const { caller, action } = world;
  const { I, B, S } = own;
  if (!hasAccount(caller)) return ways.length > 0;
  if (caller.account !== resourceAccount) {
    return I && B && S && ways.length > 0 && !isOutsideKms(action);
  }
  const isEnough: Record<Way, boolean> = {
    everyone: true,
    user: true,
    session: true,
    role: B && S,
    issuer: B && S,
    account: I && B && S,
    service: true,
    federated: true,
  };
  return ways.some((way) => isEnough[way]) || (!mustBeNamed(action) && I && B && S);
}
