import { ByAction } from '../../decide/by-action.ts';
import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { grantable } from '../../decide/kms/operations.ts';
import { allowable, isToGroup } from '../../decide/s3/acl-grant.ts';
import { kind, type KindBits } from '../../decide/grant-kind.ts';
import { namedInGrant } from '../../decide/kms/named-in-grant.ts';
import { matchPrincipal } from '../../decide/match-statement.ts';
import type { PreparedRequest } from '../../decide/prepared-request.ts';
import type { Principal } from '../../decide/principal.ts';
import { no } from '../../decide/tri.ts';
import type { Kind } from '../../model/resource.ts';
import { documentLayer } from '../../reach/document-layer.ts';
import type { Account } from '../account.ts';
import type { ResourceSide } from '../access/resource-policies.ts';
import { sidesOf } from '../access/sides.ts';

/** What a resource lets a principal do that its own policies need not allow. */
export interface DirectGrant {
  readonly side: ResourceSide;
  /** Of the actions that it is about: policies of resources count for their own service alone. */
  readonly service: string;
  /** ARN patterns of what it is about. */
  readonly resources: readonly string[];
  readonly layer: CompiledLayer;
  /** Its permissions boundary must allow it all the same. */
  readonly bounded: boolean;
  /** It is about resources that are yet to be made: what the snapshot has proves nothing. */
  readonly toCome: boolean;
}

export interface DirectGrants {
  readonly list: readonly DirectGrant[];
  /** Why there may be more. */
  readonly doubts: readonly string[];
}

/**
 * Kinds whose resources have policies, the service that minds these, and what they are about, by what
 * has tags of its own.
 */
const kinds: readonly (readonly [Kind, string, (id: string) => readonly (readonly string[])[]])[] =
  [
    ['s3.bucket', 's3', (id) => [[id, `${id}/*`]]],
    ['s3.access-point', 's3', (id) => [[id, `${id}/object/*`]]],
    ['kms.key', 'kms', (id) => [[id]]],
    ['ecr.repository', 'ecr', (id) => [[id]]],
    ['ecr.registry', 'ecr', (id) => [[`${id.split(':').slice(0, 5).join(':')}:repository/*`]]],
    ['iam.role', 'sts', (id) => [[id]]],
    [
      'sagemaker.model-package-group',
      'sagemaker',
      (id) => [[id], [`${id.replace(':model-package-group/', ':model-package/')}/*`]],
    ],
  ];

/** By the resources of the snapshot. */
export function directGrants(account: Account, principal: Principal): DirectGrants {
  const list: DirectGrant[] = [];
  const doubts: string[] = [];
  for (const [one, service, resourcesOf] of kinds) {
    for (const { id } of account.all(one)) {
      for (const resources of resourcesOf(id)) {
        const place = { ...placeOf(account, one, resources), service };
        const { resource } = sidesOf(account).ofResource(place.side);
        doubts.push(...resource.unread);
        list.push(
          ...byPolicy(resource, principal, place),
          ...byGrants(id, principal, place),
          ...byAcl(id, place),
        );
      }
    }
    doubts.push(...account.gaps(one).map(({ what }) => `there may be more: ${what}`));
  }
  return { list, doubts: [...new Set(doubts)] };
}

type Place = Omit<DirectGrant, 'layer' | 'bounded'>;

function placeOf(
  account: Account,
  one: Kind,
  resources: readonly string[],
): Omit<Place, 'service'> {
  const side = sidesOf(account).resource(resources[0] ?? '*');
  const toCome = one === 'ecr.registry';
  // A repository that is yet to be made has no policy but the registry's.
  return { side: toCome ? { ...side, policy: undefined } : side, resources, toCome };
}

function byPolicy(
  layer: CompiledLayer,
  principal: Principal,
  place: Place,
): readonly DirectGrant[] {
  const kindsOf = (statement: CompiledStatement): KindBits => {
    // Nothing but the caller is looked at.
    const request = { principal, bounded: false } as PreparedRequest;
    const { sure, possible } = matchPrincipal(statement, request);
    return (sure | possible) & ~kind.account;
  };
  const direct = layer.allows.filter((one) => kindsOf(one) !== 0);
  const bounded = direct.filter((one) => kindsOf(one) === kind.role);
  const others = direct.filter((one) => kindsOf(one) !== kind.role);
  return [
    ...(bounded.length > 0 ? [{ ...place, layer: allowing(layer, bounded), bounded: true }] : []),
    ...(others.length > 0 ? [{ ...place, layer: allowing(layer, others), bounded: false }] : []),
  ];
}

/** Every Deny of the layer, and of its statements that allow just these. */
function allowing(layer: CompiledLayer, allows: readonly CompiledStatement[]): CompiledLayer {
  return { ...layer, allows, allowing: new ByAction(allows) };
}

/** The grants of a key; what was not read may be any. */
function byGrants(id: string, principal: Principal, place: Place): readonly DirectGrant[] {
  const { grants = [], grantsUnknown = false } = place.side.settings.kms ?? {};
  const operations = grants.flatMap(({ grantee, retiring, operations: all }) => {
    const { itself, account } = namedInGrant(grantee, principal);
    const mayRetire = retiring !== null && namedInGrant(retiring, principal).itself !== no;
    return [
      // A grant to the whole account may do without the account's own policies: see `kindsOf`.
      ...(itself !== no || account ? all.map((one) => `kms:${one.toLowerCase()}`) : []),
      ...(mayRetire ? ['kms:retiregrant'] : []),
    ];
  });
  const name = `a grant of ${id}`;
  return asPolicy(name, [...operations, ...(grantsUnknown ? grantable : [])], place);
}

/** The access control list of a bucket, where it counts, and lets in groups; or was not read. */
function byAcl(id: string, place: Place): readonly DirectGrant[] {
  const { ownership, bucketAcl, aclsUnknown = false } = place.side.settings.s3 ?? {};
  const letsGroupIn = bucketAcl?.grants.some(isToGroup) === true;
  const counts = aclsUnknown || ((ownership ?? enforced) !== enforced && letsGroupIn);
  return asPolicy(`the access control list of ${id}`, counts ? [...allowable] : [], place);
}

const enforced = 'BucketOwnerEnforced';

/** Without what limits it: whoever finds a request by it has the concrete engine confirm it. */
function asPolicy(name: string, actions: readonly string[], place: Place): readonly DirectGrant[] {
  if (actions.length === 0) return [];
  const Statement = [{ Effect: 'Allow', Action: [...actions], Resource: [...place.resources] }];
  const layer = documentLayer(name, { Version: '2012-10-17', Statement });
  return [{ ...place, layer, bounded: false }];
}
