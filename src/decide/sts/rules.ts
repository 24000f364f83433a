import type { PreparedRequest } from '../prepared-request.ts';
import { noRules, type ServiceRules } from '../service-rules.ts';

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
  if (request.action === 'sts:getcalleridentity') {
    return {
      ...noRules,
      alwaysAllowed: 'GetCallerIdentity needs no permission, and no policy can deny it',
    };
  }
  const toRole = byTrust.has(request.action) && request.resource.includes(':role/');
  return toRole ? { ...noRules, resourceMustAllow: true } : noRules;
}
