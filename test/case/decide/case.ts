import type { CasePolicies, CaseRequest, CaseSettings } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';

/** One request, the policies that apply, and what AWS documents as the outcome. */
export interface Case {
  /** Unique, e.g. `boundary-limits-role`. */
  readonly id: string;
  /** A sentence. */
  readonly title: string;
  /** Lines of the engine's specification, e.g. `A2`. */
  readonly line: string;
  /** The AWS page that says so. */
  readonly cites: string;
  readonly request: CaseRequest;
  readonly policies?: CasePolicies;
  readonly settings?: CaseSettings;
  readonly expect: Outcome;
  /** A piece of text that some reason has. */
  readonly reason?: string;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const s3Guide = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/';
const kmsGuide = 'https://docs.aws.amazon.com/kms/latest/developerguide/';
const orgGuide = 'https://docs.aws.amazon.com/organizations/latest/userguide/';

/** Pages that several cases cite. */
export const page = {
  logic: `${guide}reference_policies_evaluation-logic.html`,
  denyAllow: `${guide}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  grammar: `${guide}reference_policies_grammar.html`,
  federation: `${guide}id_credentials_temp_control-access_getfederationtoken.html`,
  singleAccount: `${guide}reference_policies_evaluation-logic_policy-eval-basics.html`,
  crossAccount: `${guide}reference_policies_evaluation-logic-cross-account.html`,
  boundaries: `${guide}access_policies_boundaries.html`,
  principal: `${guide}reference_policies_elements_principal.html`,
  notPrincipal: `${guide}reference_policies_elements_notprincipal.html`,
  action: `${guide}reference_policies_elements_action.html`,
  notAction: `${guide}reference_policies_elements_notaction.html`,
  resource: `${guide}reference_policies_elements_resource.html`,
  notResource: `${guide}reference_policies_elements_notresource.html`,
  version: `${guide}reference_policies_elements_version.html`,
  operators: `${guide}reference_policies_elements_condition_operators.html`,
  sets: `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  conditionLogic: `${guide}reference_policies_condition-logic-multiple-context-keys-or-values.html`,
  variables: `${guide}reference_policies_variables.html`,
  keys: `${guide}reference_policies_condition-keys.html`,
  sessions: `${guide}access_policies.html`,
  roles: `${guide}id_roles_terms-and-concepts.html`,
  sessionTags: `${guide}id_session-tags.html`,
  sourceIdentity: `${guide}id_credentials_temp_control-access_monitor.html`,
  callerIdentity: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  s3Public: `${s3Guide}access-control-block-public-access.html`,
  s3Ownership: `${s3Guide}about-object-ownership.html`,
  s3Acl: `${s3Guide}acl-overview.html`,
  s3Object: `${s3Guide}access-control-auth-workflow-object-operation.html`,
  s3Bucket: `${s3Guide}access-control-auth-workflow-bucket-operation.html`,
  s3Actions: `${s3Guide}using-with-s3-policy-actions.html`,
  s3AccessPoint: `${s3Guide}access-points-policies.html`,
  s3RootRecovery: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html',
  keyPolicy: `${kmsGuide}key-policies.html`,
  keyPolicyDefault: `${kmsGuide}key-policy-default.html`,
  keyGrants: `${kmsGuide}grants.html`,
  keyForeign: `${kmsGuide}key-policy-modifying-external-accounts.html`,
  keyConditions: `${kmsGuide}conditions-kms.html`,
  keyPermissions: `${kmsGuide}kms-api-permissions-reference.html`,
  scp: `${orgGuide}orgs_manage_policies_scps.html`,
  scpEvaluation: `${orgGuide}orgs_manage_policies_scps_evaluation.html`,
  scpSyntax: `${orgGuide}orgs_manage_policies_scps_syntax.html`,
  rcp: `${orgGuide}orgs_manage_policies_rcps.html`,
  rcpExamples: `${orgGuide}orgs_manage_policies_rcps_examples.html`,
  rcpEvaluation: `${orgGuide}orgs_manage_policies_rcps_evaluation.html`,
  endpoint: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
} as const;
