// The public API.

/**
 * What a rule is made of: `rule`, the verdicts, `judge`, which answers unknown by itself for fields
 * that could not be read, and the facts about policies, keys, buckets and trust that the shipped
 * rules use.
 */
export * from './rule/index.ts';

/** In a hand-written spec: the account under test, and chai's `expect` with our matchers. */
export { account, expect } from './rule/suite-context.ts';
/** Whom `unreachable.by(…)` speaks of. */
export { anyone, outsiders, users } from './rule/access-words.ts';
/** The matchers as a chai plugin, for a chai of one's own. */
export { chaiMatchers } from './rule/chai-matchers.ts';
/** Thrown by a matcher that cannot tell; the run counts it as unknown, never as a pass. */
export { UnknownError } from './rule/unknown-error.ts';
/** Adds a run's rules to a mocha suite, for those who start mocha themselves. */
export { addRules } from './rule/mocha-tree.ts';

/** Decides one request against policies; the same object as a line of `leastwise policy decide --batch`. */
export { decideCase as decide, prepare } from './decide/decide-case.ts';
/** Thrown for a case that cannot be read. */
export { CaseError } from './decide/case-error.ts';
export type {
  CasePolicies,
  CaseRequest,
  CaseSettings,
  DecideAnswer,
  DecideCase,
} from './decide/case.ts';
export type { Decision, Outcome, Reason } from './decide/decision.ts';

/** Reads a snapshot from disk and verifies every hash; throws `UserError`. */
export { readSnapshot } from './snapshot/read-snapshot.ts';
/** Every place where a snapshot is not as it was published. */
export { verifySnapshot } from './snapshot/verify.ts';
/** What was added, removed or changed between two snapshots. */
export { compareSnapshots } from './snapshot/compare.ts';
/** A snapshot and the user's declarations as a world to ask. */
export { openAccount } from './account/open-account.ts';
/** The declarations of somebody who declares nothing. */
export { undeclared } from './model/inputs.ts';
/** The rules of a folder `<topic>/<rule>`. */
export { loadRules } from './rule/load-suites.ts';
/** An access contract from its text, and the rules that it states. */
export { readContract } from './contract/read-contract.ts';
export { contractRules } from './contract/contract-rules.ts';
export type { Contract } from './contract/contract.ts';
/** Judges an account; records come one by one. */
export { runRules } from './rule/run-rules.ts';
/** Records to text, by format. */
export { reporters } from './report/index.ts';
/** An error that the user can mend, with its exit code. */
export { UserError } from './model/user-error.ts';

/** May this principal do that, from a snapshot: the answer of `leastwise can`. */
export { can } from './account/access/can.ts';
export type { AccessAnswer, AccessQuestion, PairAnswer } from './account/access/can.ts';
/** The principal that a name, an ARN or `anonymous` stands for; throws `UserError`. */
export { findPrincipal } from './account/access/find-principal.ts';

/** Which roles and users can do an action to which buckets' objects, for all of them at once. */
export { accessMatrix } from './account/reach/matrix/access-matrix.ts';
export type { AccessMatrix } from './account/reach/matrix/access-matrix.ts';
export type {
  Reach,
  ReachAnswer,
  ReachPair,
  ReachQuestion,
  Subject,
  WhoCan,
} from './account/reach/reach-answer.ts';

/** Has a role or user anything that a specification (an identity policy) does not grant? */
export { exceeds } from './account/reach/exceeds.ts';

/** Can the public do that? */
export { isPublic } from './account/reach/is-public.ts';
export type { PublicAnswer } from './account/reach/is-public.ts';
export type { KeyLookup } from './account/key.ts';
export type { Inputs } from './model/inputs.ts';
export type { Observed } from './model/observed.ts';
export type {
  Reporter,
  RuleResult,
  RunInfo,
  Severity,
  Status,
  TestRecord,
} from './model/record.ts';
export type { Kind, Kinds, Resource } from './model/resource.ts';
export type { CallCoverage, Manifest, Snapshot, Universe } from './model/snapshot.ts';
