import { greater, lesser, maybe, no, yes, type Tri } from './tri.ts';

/**
 * How a statement of a resource policy names the caller, one bit a kind. Which of the caller's own
 * layers are still needed depends on it (IAM: policy evaluation logic, permissions boundaries,
 * principal element).
 */
export const kind = {
  /** `*` */
  everyone: 1,
  /** The account: a delegation to the account's own policies. */
  account: 2,
  user: 4,
  role: 8,
  /** The ARN of an assumed-role or federated-user session. */
  session: 16,
  /** The user behind a federated-user session. */
  issuer: 32,
  service: 64,
  federated: 128,
} as const;

export type KindBits = number;

/** What a grant leaves to the caller's own policies. */
export interface Needs {
  readonly identity: boolean;
  readonly boundary: boolean;
  readonly session: boolean;
}

/** What a grant of each kind leaves to the caller's own policies, in the same account. */
export const needsOf: readonly (readonly [KindBits, Needs])[] = [
  [kind.everyone, { identity: false, boundary: false, session: false }],
  [kind.account, { identity: true, boundary: true, session: true }],
  [kind.user, { identity: false, boundary: false, session: false }],
  [kind.role, { identity: false, boundary: true, session: true }],
  [kind.session, { identity: false, boundary: false, session: false }],
  [kind.issuer, { identity: false, boundary: true, session: true }],
  [kind.service, { identity: false, boundary: false, session: false }],
  [kind.federated, { identity: false, boundary: false, session: false }],
];

/** What the caller's own layers allow. */
export interface OwnAccess {
  readonly identity: Tri;
  readonly boundary: Tri;
  readonly session: Tri;
}

/** The statements of a resource policy that allow the request, by how they name the caller. */
export interface ResourceGrants {
  readonly sure: KindBits;
  readonly possible: KindBits;
}

export const noGrants: ResourceGrants = { sure: 0, possible: 0 };

/** Whether the grants suffice in the caller's own account, with what his own layers allow. */
export function grantedInAccount(grants: ResourceGrants, own: OwnAccess): Tri {
  let best: Tri = no;
  for (const [bit, needs] of needsOf) {
    const granted = tri(grants, bit);
    if (granted <= best) continue;
    best = greater(best, lesser(granted, met(needs, own)));
  }
  return best;
}

/** Whether anything is granted, in whatever way. */
export function granted(grants: ResourceGrants): Tri {
  return grants.sure !== 0 ? yes : grants.possible !== 0 ? maybe : no;
}

function tri(grants: ResourceGrants, bit: KindBits): Tri {
  return (grants.sure & bit) !== 0 ? yes : (grants.possible & bit) !== 0 ? maybe : no;
}

function met(needs: Needs, own: OwnAccess): Tri {
  let all: Tri = yes;
  if (needs.identity) all = lesser(all, own.identity);
  if (needs.boundary) all = lesser(all, own.boundary);
  if (needs.session) all = lesser(all, own.session);
  return all;
}
