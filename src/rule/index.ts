/** The vocabulary of rules: all that a file in a suites folder imports. */
export { judgeStarter } from './compute-starter.ts';
export { reachStatement, reachText } from './reach-evidence.ts';
export { rule } from './rule.ts';
export type { AnyRule, Params, ParamValue, Rule, View } from './rule.ts';
export { fail, failOnAny, judge, notApplicable, pass, unknown } from './verdict.ts';
export { unlessDoubted } from './doubt.ts';
export { accessOf, findTogether } from './access.ts';
export type { Access } from './access.ts';
export { artifactWrites } from './artifact-writes.ts';
export { judgeBoundary } from './boundary-verdict.ts';
export { onArtifactsIn } from './bucket-artifacts.ts';
export { onArtifactBucket, onRetainedBucket } from './bucket-scope.ts';
export { aclExposure, policyExposure } from './bucket-exposure.ts';
export type { Exposure } from './bucket-exposure.ts';
export { daysBetween } from './days-between.ts';
export { isDeveloper } from './developer.ts';
export { ask, deployQuestions, inProduction, trainQuestions } from './duties.ts';
export { eachOnce } from './each-once.ts';
export { judgeExecutionRole } from './execution-role.ts';
export { foreignProfiles, severalProfiles } from './foreign-profile.ts';
export { inEachGrant, judgeGrants } from './execution-role-grants.ts';
export type { Findings, Grant } from './execution-role-grants.ts';
export { judgeCustomerKey } from './key-verdict.ts';
export type { KeyUse } from './key-verdict.ts';
export { onCustomerKey, withCustomerKey } from './key-scope.ts';
export { keyGranter, keyUser, usersWithoutService } from './key-user.ts';
export { onMlRole } from './ml-role.ts';
export { nearest } from './nearest.ts';
export { noPersonas } from './no-personas.ts';
export { outsideEvidence } from './outside-evidence.ts';
export type { Outside } from './outside-evidence.ts';
export { ownAccessOf } from './own-access.ts';
export { changesOfPlace } from './place-changes.ts';
export { judgePrincipal, principalFields } from './principal-verdict.ts';
export type { JudgedPrincipal } from './principal-verdict.ts';
export { judgePrivateVpc } from './private-vpc.ts';
export { judgeReached, reached, subjectName, unsure } from './reach-verdict.ts';
export type { Reached, Sentence } from './reach-verdict.ts';
export { spareAdministrators } from './spared.ts';
export { sharedPolicies } from './shared-policy.ts';
export type { SharedPolicy } from './shared-policy.ts';

export { isFenced } from '../account/fact/account-fence.ts';
export { coversActions, matchesAction, touchesAction } from '../account/fact/action-match.ts';
export { isFixed, mayMean, patternParts } from '../account/fact/arn-pattern.ts';
export { conditionFaults } from '../account/fact/condition-faults.ts';
export type { ConditionFault } from '../account/fact/condition-faults.ts';
export { customerKey, isCustomerKey } from '../account/fact/customer-key.ts';
export { namesEveryone } from '../policy/binding/everyone.ts';
export { isKeptFromKey } from '../account/fact/delegated-key.ts';
export { everyKey } from '../account/fact/every-key.ts';
export { elsewhere, fencedServices, foreignPlaces } from '../account/fact/foreign-places.ts';
export { granteesOf } from '../account/fact/grantee.ts';
export type { Grantee } from '../account/fact/grantee.ts';
export { isFullAccessPolicy } from '../account/fact/full-access-policy.ts';
export { grantingPolicies } from '../account/fact/granting-policies.ts';
export { iamWrites } from '../account/fact/iam-writes.ts';
export { invertedAllows } from '../account/fact/inverted-allow.ts';
export { keyApproval } from '../account/fact/key-approval.ts';
export type { Artifact, Artifacts, ArtifactUse } from '../account/lineage/artifact.ts';
export { artifactBuckets } from '../account/lineage/artifact-buckets.ts';
export { keysOfArtifacts } from '../account/lineage/artifact-keys.ts';
export { artifactsOf } from '../account/lineage/artifacts-of.ts';
export { artifactsOfClass } from '../account/lineage/artifacts-of-class.ts';
export type { Execution, Executions, Purpose } from '../account/lineage/execution.ts';
export { executionsOf } from '../account/lineage/executions-of.ts';
export { dataJobs, jobData } from '../account/lineage/job-data.ts';
export type { DataPlace, JobPart } from '../account/lineage/job-data.ts';
export { executionsFor, whatRoleDoes } from '../account/lineage/what-role-does.ts';
export { volumeStorage } from '../account/fact/local-storage.ts';
export { globMatches, globsOverlap as placesOverlap } from '../policy/glob.ts';
export { passesOnlyTo } from '../account/fact/passed-service.ts';
export { fromNowhere } from '../account/fact/nowhere.ts';
export { deniesPlainHttp, plainHttpDenials } from '../account/fact/plain-http.ts';
export { principalGrants } from '../account/fact/principal-grants.ts';
export { publicAclGrants } from '../account/fact/public-acl.ts';
export {
  accountBlock,
  blockFlags,
  effectiveBlock,
  noBlock,
} from '../account/fact/public-access-block.ts';
export { publicGrants } from '../account/fact/public-grants.ts';
export { readPolicy } from '../account/fact/read-policy.ts';
export type { ReadPolicy } from '../account/fact/read-policy.ts';
export { resourceActions } from '../account/fact/resource-actions.ts';
export { rolesOpenTo } from '../account/fact/roles-open-to.ts';
export { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
export { sageMakerWork } from '../account/fact/sagemaker-work.ts';
export { serviceWildcards } from '../account/fact/service-wildcard.ts';
export { statementName, statementRef } from '../account/fact/statement-ref.ts';
export { sourceBinding } from '../account/fact/trust-binding.ts';
export { wholeKeyGrants } from '../account/fact/whole-key.ts';
export { trustAnswer } from '../account/access/trust-answer.ts';
export { sageMaker, trustStatements, trustsService } from '../account/fact/trust.ts';
export { keysOfPlaces } from '../account/lineage/keys-of-places.ts';
export { productionOf } from '../account/lineage/production.ts';
export { missingRole, ownReach } from '../account/reach/own-reach.ts';
export { isFederated } from '../account/persona/federated.ts';
export { rolesFor } from '../account/lineage/roles-for.ts';
export {
  declaredPersonas,
  isDeclaredAdministrator,
  isPersona,
} from '../account/persona/persona-of.ts';
export { declaresPersonas, standingOf } from '../account/persona/standing.ts';
export { reachOf } from '../account/reach/reach-of.ts';
export { untrusted } from '../account/reach/untrusted.ts';
export { notCollected } from '../model/observed.ts';
export type { Observed } from '../model/observed.ts';
export type { Policy, PolicyText, Statement } from '../model/policy.ts';
export type { Account } from '../account/account.ts';
export type { Reach, Subject, WhoCan } from '../account/reach/reach-answer.ts';
export type { Evidence, Missing, StatementRef, Verdict } from '../model/verdict.ts';
