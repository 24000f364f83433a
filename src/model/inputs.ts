import type { ArtifactClass } from './artifact-class.ts';
import type { Persona } from './persona.ts';

/**
 * What the user declares about the account, and the rules rely on. `null` means "not declared":
 * a rule that needs a declaration to say yes is then unknown, never a pass.
 */
export interface Inputs {
  /** Bucket names (`*` allowed) that hold ML artifacts; null: every bucket is in scope. */
  readonly artifactBuckets: readonly string[] | null;
  /** Buckets (`*` allowed) with training data and evaluation reports; null: every artifact bucket. */
  readonly retainedBuckets: readonly string[] | null;
  /** Subnet ids that the network team vouches for as private. */
  readonly approvedSubnets: readonly string[] | null;
  /** Security group ids; null: any. */
  readonly approvedSecurityGroups: readonly string[] | null;
  /** Key ids, ARNs or aliases for artifacts; null: any customer-managed key. */
  readonly approvedKeys: readonly string[] | null;
  /** ARNs of managed policies that may serve as permissions boundary. */
  readonly permissionsBoundaries: readonly string[] | null;
  /** Service principals that an execution role may trust beside sagemaker.amazonaws.com. */
  readonly executionRoleServices: readonly string[];
  /** Account ids that may be trusted. */
  readonly trustedAccounts: readonly string[];
  /** Principals of each persona: `role/NAME`, `user/NAME` or an ARN, `*` allowed. */
  readonly personas: { readonly [P in Persona]?: readonly string[] };
  /**
   * Artifacts of each class beside those that SageMaker's objects tell: `s3://bucket/prefix*`, or the
   * name of a container repository.
   */
  readonly artifacts: { readonly [C in ArtifactClass]?: readonly string[] };
}

export const undeclared: Inputs = {
  artifactBuckets: null,
  retainedBuckets: null,
  approvedSubnets: null,
  approvedSecurityGroups: null,
  approvedKeys: null,
  permissionsBoundaries: null,
  executionRoleServices: [],
  trustedAccounts: [],
  personas: {},
  artifacts: {},
};
