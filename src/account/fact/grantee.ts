import type { KmsGrant } from '../../model/resource/kms.ts';

/** A principal that grants of a key let use it, with all of these grants together. */
export interface Grantee {
  /** As KMS keeps it: an ARN, an account id, a service's name, or the id of a deleted principal. */
  readonly name: string;
  readonly is: 'service' | 'principal' | 'deleted' | 'not-understood';
  /** Twelve digits; undefined for services and ids. */
  readonly account: string | undefined;
  readonly operations: readonly string[];
}

/** Sorted by name. */
export function granteesOf(grants: readonly KmsGrant[]): readonly Grantee[] {
  const operations = new Map<string, Set<string>>();
  for (const { grantee, operations: granted } of grants) {
    const all = operations.get(grantee) ?? new Set<string>();
    granted.forEach((one) => all.add(one));
    operations.set(grantee, all);
  }
  return [...operations]
    .map(([name, granted]) => ({ name, ...kindOf(name), operations: [...granted].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** In place of a name, the id of a user or role means that it was deleted (IAM User Guide, unique ids). */
function kindOf(name: string): Pick<Grantee, 'is' | 'account'> {
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1];
  if (account !== undefined) return { is: 'principal', account };
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(name)) return { is: 'service', account };
  return { is: /^A(ID|RO)A[A-Z0-9]+$/.test(name) ? 'deleted' : 'not-understood', account };
}
