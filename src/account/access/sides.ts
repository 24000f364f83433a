import {
  compileLayer,
  type CompileCache,
  type CompiledLayer,
  type CompiledPolicySet,
} from '../../decide/compile-policy-set.ts';
import type { Layer, SourcedPolicy } from '../../decide/policy-set.ts';
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
  /** The layers of the resource alone. */
  ofResource(resource: ResourceSide): Pick<CompiledPolicySet, 'resource' | 'bucketBehind'>;
  /** Those of the organisation, for the account's own principals and resources. */
  readonly ofOrganization: Pick<CompiledPolicySet, 'scp' | 'rcp'>;
  /** Those of the principal alone. */
  ofPrincipal(principal: PrincipalSide): Pick<CompiledPolicySet, 'identity' | 'boundary'>;
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
  const byObject = new WeakMap<Principal, PrincipalSide>();
  const principals = new Map<string, PrincipalSide>();
  const resources = new Map<string, ResourceSide>();
  const layers = layersOf(organization);
  return {
    account,
    organization,
    // The same object comes again and again where many questions are asked of all.
    principal: (principal) =>
      once(byObject, principal, () =>
        once(principals, JSON.stringify(principal), () => principalSide(account, principal)),
      ),
    ofResource: layers.resource,
    ofPrincipal: layers.principal,
    ofOrganization: layers.organization,
    resource: (resource) => {
      // All objects of a bucket, or behind an access point, have one side.
      const whole = resource
        .replace(/^(arn:[^:]*:s3:::[^/]+)\/.*$/s, '$1')
        .replace(/^(arn:[^:]*:s3:.*:accesspoint\/[^/]+)\/object\/.*$/s, '$1');
      return once(resources, whole, () => resourceSide(account, whole));
    },
    compiled: (principal, resource) => policySetOf(principal, resource, { account, layers }),
  };
}

/** Every layer is compiled once, in however many sets it stands. */
interface Layers {
  readonly principal: (side: PrincipalSide) => Pick<CompiledPolicySet, 'identity' | 'boundary'>;
  readonly resource: (side: ResourceSide) => Pick<CompiledPolicySet, 'resource' | 'bucketBehind'>;
  readonly organization: Pick<CompiledPolicySet, 'scp' | 'rcp'>;
}

function layersOf({ scp, rcp }: OrganizationSide): Layers {
  const cache: CompileCache = new WeakMap();
  const principals = new WeakMap<PrincipalSide, ReturnType<Layers['principal']>>();
  const resources = new WeakMap<ResourceSide, ReturnType<Layers['resource']>>();
  const compile = (layer: Layer, policies: readonly SourcedPolicy[], level?: number) =>
    compileLayer({ layer, level, cache }, policies);
  const levels = (layer: Layer, all: NonNullable<typeof scp>): readonly CompiledLayer[] =>
    all.map((one, level) => compile(layer, one, level));
  const one = (policy: SourcedPolicy | undefined) => compile('resource', policy ? [policy] : []);
  return {
    organization: {
      ...(scp && { scp: levels('scp', scp) }),
      ...(rcp && { rcp: levels('rcp', rcp) }),
    },
    principal: (side) =>
      once(principals, side, () => {
        const { identity, boundary } = side.policies;
        return {
          identity: compile('identity', identity),
          ...(boundary && { boundary: compile('boundary', boundary) }),
        };
      }),
    resource: (side) =>
      once(resources, side, () => {
        const behind = side.settings.s3?.bucketBehind;
        return {
          resource: compile('resource', [side.policy, side.above].filter(isThere)),
          ...(behind && { bucketBehind: one(behind.policy) }),
        };
      }),
  };
}

function isThere(policy: SourcedPolicy | undefined): policy is SourcedPolicy {
  return policy !== undefined;
}

interface Composing {
  readonly account: Account;
  readonly layers: Layers;
}

function policySetOf(
  principal: PrincipalSide,
  resource: ResourceSide,
  { account, layers }: Composing,
): CompiledPolicySet {
  const who = principal.principal;
  const own = 'account' in who && who.account === account.id;
  const isOurs = resource.account === account.id;
  const { scp, rcp } = layers.organization;
  return {
    ...layers.principal(principal),
    ...layers.resource(resource),
    ...(own && scp && { scp }),
    ...(isOurs && rcp && { rcp }),
    resourcePolicy: resource.policy,
    settings: resource.settings,
  };
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
