import {
  compilePolicySet,
  type CompileCache,
  type CompiledPolicySet,
} from '../../decide/compile-policy-set.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { organizationSide, type OrganizationSide } from './organization-policies.ts';
import { principalSide, type PrincipalSide } from './principal-side.ts';
import { resourceSide, type ResourceSide } from './resource-policies.ts';

/** What stands on either side of a request, found out and compiled once for each account. */
export interface Sides {
  readonly account: Account;
  readonly organization: OrganizationSide;
  principal(principal: Principal): PrincipalSide;
  /** `resource`: an ARN, or `*`. */
  resource(resource: string): ResourceSide;
  compiled(principal: PrincipalSide, resource: ResourceSide): CompiledPolicySet;
}

const made = new WeakMap<Account, Sides>();

export function sidesOf(account: Account): Sides {
  const known = made.get(account);
  if (known !== undefined) return known;
  const fresh = makeSides(account);
  made.set(account, fresh);
  return fresh;
}

function makeSides(account: Account): Sides {
  const organization = organizationSide(account);
  const principals = new Map<string, PrincipalSide>();
  const resources = new Map<string, ResourceSide>();
  const sets = new WeakMap<PrincipalSide, WeakMap<ResourceSide, CompiledPolicySet>>();
  const cache: CompileCache = new WeakMap();
  return {
    account,
    organization,
    principal: (principal) =>
      once(principals, JSON.stringify(principal), () => principalSide(account, principal)),
    resource: (resource) => {
      // All objects of a bucket, or behind an access point, have one side.
      const whole = resource
        .replace(/^(arn:[^:]*:s3:::[^/]+)\/.*$/s, '$1')
        .replace(/^(arn:[^:]*:s3:.*:accesspoint\/[^/]+)\/object\/.*$/s, '$1');
      return once(resources, whole, () => resourceSide(account, whole));
    },
    compiled: (principal, resource) => {
      const ofPrincipal = once(sets, principal, () => new WeakMap());
      return once(ofPrincipal, resource, () =>
        compileSides(principal, resource, { account, organization, cache }),
      );
    },
  };
}

interface Compiling {
  readonly account: Account;
  readonly organization: OrganizationSide;
  readonly cache: CompileCache;
}

function compileSides(
  { principal, policies }: PrincipalSide,
  resource: ResourceSide,
  { account, organization, cache }: Compiling,
): CompiledPolicySet {
  const { identity, boundary } = policies;
  const { scp, rcp } = organization;
  const own = 'account' in principal && principal.account === account.id;
  return compilePolicySet(
    {
      identity,
      ...(boundary && { boundary }),
      ...(own && scp && { scp }),
      ...(resource.account === account.id && rcp && { rcp }),
      ...(resource.policy && { resource: resource.policy }),
    },
    resource.settings,
    cache,
  );
}

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function once<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  store.set(key, fresh);
  return fresh;
}
