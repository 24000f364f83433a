import type { PolicyText, Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';
import { matchesAction } from './action-match.ts';
import { readPolicy } from './read-policy.ts';
import { isServiceLinkedRole } from './service-linked-role.ts';

/**
 * The roles of the account whose trust policies may let a role in; those left out provably do not.
 * `asks`: some policy of the role itself speaks of sts:AssumeRole, or may.
 */
export function rolesOpenTo(
  account: Account,
  { id, name }: { readonly id: string; readonly name: string },
  asks: boolean,
): readonly Resource<'iam.role'>[] {
  const { anybody, delegating, named } = doorsOf(account);
  const all = [
    ...anybody,
    ...(asks ? delegating : []),
    ...(named.get(id) ?? []),
    ...(named.get(`assumed-role/${name}`) ?? []),
  ];
  return [...new Set(all)].filter((role) => role.id !== id);
}

interface Doors {
  /** Trust policies that were not read, are odd, or name everybody. */
  readonly anybody: readonly Resource<'iam.role'>[];
  /** Those that leave it to the account. */
  readonly delegating: readonly Resource<'iam.role'>[];
  /** By the ARN of a principal, or `assumed-role/NAME`. */
  readonly named: ReadonlyMap<string, readonly Resource<'iam.role'>[]>;
}

const known = new WeakMap<Account, Doors>();

function doorsOf(account: Account): Doors {
  const doors = known.get(account) ?? findDoors(account);
  known.set(account, doors);
  return doors;
}

function findDoors(account: Account): Doors {
  const anybody: Resource<'iam.role'>[] = [];
  const delegating: Resource<'iam.role'>[] = [];
  const named = new Map<string, Resource<'iam.role'>[]>();
  for (const role of account.all('iam.role')) {
    if (isServiceLinkedRole(role.id)) continue;
    const { trustPolicy } = role;
    const names = trustPolicy.state === 'present' ? namedBy(trustPolicy.value) : 'anybody';
    if (names === 'anybody') {
      anybody.push(role);
      continue;
    }
    if (names.some((one) => one === account.id || one.endsWith(`:${account.id}:root`))) {
      delegating.push(role);
    }
    for (const one of new Set(names.map(doorName))) {
      named.set(one, [...(named.get(one) ?? []), role]);
    }
  }
  return { anybody, delegating, named };
}

/** The principals that are let in by name; `anybody` also where that is not understood. */
function namedBy(trust: PolicyText): readonly string[] | 'anybody' {
  const { policy, doubts } = readPolicy('trust policy', trust);
  const allows = policy.statements.filter(
    (one) => one.effect === 'Allow' && matchesAction(one.action, 'sts:AssumeRole'),
  );
  if (doubts.length > 0 || allows.some(namesAnybody)) return 'anybody';
  return allows.flatMap(({ principal }) => principal?.aws ?? []);
}

function namesAnybody({ principal }: Statement): boolean {
  return principal === undefined || namesEveryone(principal);
}

/** All sessions of a role get in where one does, as far as this goes. */
function doorName(principal: string): string {
  const [, session] = /:(assumed-role\/[^/]+)\//.exec(principal) ?? [];
  return session ?? principal;
}
