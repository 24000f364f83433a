import type { Reason } from './decision.ts';
import { noGrants, type ResourceGrants } from './grant-kind.ts';
import { no, yes, type Tri } from './tri.ts';

/** What a service adds to, or takes from, the evaluation of policies. */
export interface ServiceRules {
  /** Why the request is allowed whatever any policy says. */
  readonly alwaysAllowed?: string;
  /** Identity policies alone do not suffice in the same account (KMS keys, trust policies). */
  readonly resourceMustAllow: boolean;
  /** Grants that stand beside the resource policy: ACLs, KMS grants. */
  readonly extra: ResourceGrants;
  readonly grantReasons: readonly Reason[];
  readonly ignoresResourceAllow: boolean;
  readonly ignoresResourceDeny: boolean;
  readonly rcpExempt: boolean;
  /** `no`: cut off outside all policies, e.g. by RestrictPublicBuckets. */
  readonly notCut: Tri;
  readonly cutText: string;
  /** A further policy denies it, e.g. that of the bucket behind an access point. */
  readonly denied: Tri;
  /** A grant may do without any Allow on the caller's side, in another account. */
  readonly grantMayDoAlone: Tri;
}

export const noRules: ServiceRules = {
  resourceMustAllow: false,
  extra: noGrants,
  grantReasons: [],
  ignoresResourceAllow: false,
  ignoresResourceDeny: false,
  rcpExempt: false,
  notCut: yes,
  cutText: '',
  denied: no,
  grantMayDoAlone: no,
};

export function rule(text: string): Reason {
  return { kind: 'rule', text };
}
