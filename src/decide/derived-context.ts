import type { Context, KeyValue } from './context.ts';
import type { Principal } from './principal.ts';

const principalTypes = {
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
} as const;

/**
 * `written` and what follows from who asks and for whose resource (IAM, global condition keys).
 * What is written down wins.
 */
export function derivedContext(
  principal: Principal,
  resourceAccount: string,
  written: Context,
): Context {
  return {
    get(key) {
      const value = written.get(key);
      if (value !== undefined && value !== 'unknown') return value;
      if (!key.startsWith('aws:')) return value;
      return derive(key, principal, resourceAccount) ?? value;
    },
  };
}

function derive(key: string, principal: Principal, resourceAccount: string): KeyValue {
  switch (key) {
    case 'aws:principalarn':
      return 'arn' in principal ? [principal.arn] : undefined;
    case 'aws:principalaccount':
      return accountValue(principal);
    case 'aws:principaltype':
      return isTyped(principal) ? [principalTypes[principal.kind]] : undefined;
    case 'aws:username':
      return principal.kind === 'user' ? [principal.name] : undefined;
    case 'aws:userid':
      return userId(principal);
    case 'aws:principalisawsservice':
      return isSigned(principal) ? [String(principal.kind === 'service')] : undefined;
    case 'aws:principalservicename':
    case 'aws:principalservicenameslist':
      return principal.kind === 'service' ? [principal.name] : undefined;
    case 'aws:viaawsservice':
      return ['false'];
    case 'aws:resourceaccount':
      return resourceAccount === '' ? undefined : [resourceAccount];
    default:
      return undefined;
  }
}

/** Anonymous requests carry the word `anonymous`. */
function accountValue(principal: Principal): KeyValue {
  if (principal.kind === 'anonymous') return ['anonymous'];
  return 'account' in principal ? [principal.account] : undefined;
}

function userId(principal: Principal): KeyValue {
  if (principal.kind === 'anonymous') return ['anonymous'];
  return principal.kind === 'root' ? [principal.account] : undefined;
}

function isTyped(
  principal: Principal,
): principal is Extract<Principal, { kind: keyof typeof principalTypes }> {
  return Object.hasOwn(principalTypes, principal.kind);
}

function isSigned(principal: Principal): boolean {
  return principal.kind !== 'anonymous' && principal.kind !== 'federated';
}
