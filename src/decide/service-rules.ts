import type { CompiledPolicySet } from './compile-policy-set.ts';
import type { Reason } from './decision.ts';
import { noGrants, type ResourceGrants } from './grant-kind.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { yes, type Tri } from './tri.ts';

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
}

const none: ServiceRules = {
  resourceMustAllow: false,
  extra: noGrants,
  grantReasons: [],
  ignoresResourceAllow: false,
  ignoresResourceDeny: false,
  rcpExempt: false,
  notCut: yes,
  cutText: '',
};

export function serviceRules(_set: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  switch (request.service) {
    case 'kms':
      return { ...none, resourceMustAllow: true };
    case 'sts':
      return { ...none, resourceMustAllow: true };
    default:
      return none;
  }
}
