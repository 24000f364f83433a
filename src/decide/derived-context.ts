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
      return derivations.get(key)?.(principal, resourceAccount) ?? value;
    },
  };
}

type Derive = (principal: Principal, resourceAccount: string) => KeyValue;

const serviceName: Derive = (principal) =>
  principal.kind === 'service' ? [principal.name] : undefined;

const derivations: ReadonlyMap<string, Derive> = new Map<string, Derive>([
  ['aws:principalarn', (principal) => ('arn' in principal ? [principal.arn] : undefined)],
  ['aws:principalaccount', accountValue],
  ['kms:calleraccount', (principal) => ('account' in principal ? [principal.account] : undefined)],
  [
    'aws:principaltype',
    (principal) => (isTyped(principal) ? [principalTypes[principal.kind]] : undefined),
  ],
  ['aws:username', (principal) => (principal.kind === 'user' ? [principal.name] : undefined)],
  ['aws:userid', userId],
  [
    'aws:principalisawsservice',
    (principal) => (isSigned(principal) ? [String(principal.kind === 'service')] : undefined),
  ],
  ['aws:principalservicename', serviceName],
  ['aws:principalservicenameslist', serviceName],
  ['aws:viaawsservice', () => ['false']],
  ['aws:resourceaccount', (_, account) => (account === '' ? undefined : [account])],
]);

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
