import type { PreparedRequest } from '../prepared-request.ts';
import { noRules, type ServiceRules } from '../service-rules.ts';
import { no } from '../tri.ts';

/** What the trust policy of a role must allow. */
const byTrust: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
]);

/** Roles are entered only through their trust policy (IAM User Guide, "Roles terms and concepts"). */
export function stsRules(request: PreparedRequest): ServiceRules {
  const cut = cutText(request);
  if (cut !== undefined) return { ...noRules, notCut: no, cutText: cut };
  const free = freeText(request);
  if (free !== undefined) return { ...noRules, alwaysAllowed: free };
  const toRole = byTrust.has(request.action) && request.resource.includes(':role/');
  return toRole ? { ...noRules, resourceMustAllow: true } : noRules;
}

/** Operations that need no permission, and that no policy can deny. */
function freeText({ action, principal }: PreparedRequest): string | undefined {
  const isSigned = principal.kind !== 'anonymous' && principal.kind !== 'federated';
  if (action === 'sts:getcalleridentity' && isSigned) {
    return 'GetCallerIdentity needs no permission, and no policy can deny it';
  }
  const isLongTerm = principal.kind === 'user' || principal.kind === 'root';
  // IAM User Guide, "Permissions for GetSessionToken".
  return action === 'sts:getsessiontoken' && isLongTerm
    ? 'GetSessionToken needs no permission, and policies cannot control it'
    : undefined;
}

const longTermOnly: ReadonlySet<string> = new Set([
  'sts:getfederationtoken',
  'sts:getsessiontoken',
]);

/** STS answers "Roles may not be assumed by root accounts"; AssumeRoot says so in its API reference. */
const notForRoot: ReadonlySet<string> = new Set(['sts:assumerole', 'sts:assumeroot']);

/** What credentials of some kinds cannot do, whatever they are allowed (STS API, GetFederationToken, AssumeRole). */
function cutText({ action, principal }: PreparedRequest): string | undefined {
  const kind = principal.kind;
  if (kind === 'anonymous') return 'STS takes no request without credentials or a token';
  if (action === 'sts:getcalleridentity') return undefined;
  if (kind === 'federated-user') {
    return 'sessions of GetFederationToken can call no operation of STS but GetCallerIdentity';
  }
  if (kind === 'root' && notForRoot.has(action)) {
    return 'root users cannot assume roles, nor root sessions of other accounts';
  }
  if (kind === 'role' && longTermOnly.has(action)) {
    return 'sessions of roles cannot call GetFederationToken or GetSessionToken';
  }
  return undefined;
}
