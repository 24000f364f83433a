import { compileLayer, type CompiledLayer } from '../../decide/compile-policy-set.ts';
import {
  rolePolicies,
  userPolicies,
  type PrincipalPolicies,
} from '../access/principal-policies.ts';
import { unreadPolicy } from '../access/sourced-policy.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';

interface Own {
  readonly policies: PrincipalPolicies;
  layers?: readonly CompiledLayer[];
}

const known = new WeakMap<Account, Map<string, Own>>();

/** A principal's own policies and its boundary, whatever the organisation says. */
export function ownPolicies(account: Account, actor: Actor): PrincipalPolicies {
  return ownOf(account, actor).policies;
}

/** The same, compiled: both must allow what it does. */
export function ownLayers(account: Account, actor: Actor): readonly CompiledLayer[] {
  const own = ownOf(account, actor);
  const { identity, boundary } = own.policies;
  own.layers ??= [
    compileLayer({ layer: 'identity' }, identity),
    ...(boundary ? [compileLayer({ layer: 'boundary' }, boundary)] : []),
  ];
  return own.layers;
}

function ownOf(account: Account, { arn }: Actor): Own {
  const ofAccount = known.get(account) ?? new Map<string, Own>();
  known.set(account, ofAccount);
  const own = ofAccount.get(arn) ?? { policies: findPolicies(account, arn) };
  ofAccount.set(arn, own);
  return own;
}

function findPolicies(account: Account, arn: string): PrincipalPolicies {
  const role = account.find('iam.role', arn);
  if (role !== undefined) return rolePolicies(account, role);
  const user = account.find('iam.user', arn);
  if (user !== undefined) return userPolicies(account, user);
  const unread = unreadPolicy(`the policies of ${arn}`, 'it is not in the snapshot');
  return { identity: [unread], boundary: undefined };
}
