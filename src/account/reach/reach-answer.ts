import type { ContextValue } from '../../decide/context.ts';
import type { StatementSource } from '../../decide/decision.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Witness } from '../../reach/answer.ts';

/** A set of requests: an action on every resource that the pattern fits, in whatever context. */
export interface ReachQuestion {
  /** One action, e.g. `s3:GetObject`. */
  readonly action: string;
  /** ARN, in which `*` and `?` stand for any text; `*` alone for an action without a resource. */
  readonly resource: string;
  /** What every request of the set carries. */
  readonly context?: { readonly [key: string]: ContextValue };
  /** Keys that no request of the set carries. */
  readonly without?: readonly string[];
}

/** Who is asked about: a principal of the snapshot, or one that stands for all of its sort. */
export interface Subject {
  readonly sort:
    | 'role'
    | 'user'
    /** The root user of the account itself. */
    | 'root'
    | 'anonymous'
    /** Somebody of an account that no policy names and that is outside the organisation. */
    | 'any-account'
    /** Somebody of another account of the organisation. */
    | 'organization'
    /** A principal of another account that a resource policy names, or anybody of that account. */
    | 'named-account'
    | 'service'
    | 'federated';
  readonly principal: Principal;
  /** ARN, `anonymous`, a service's name, or for those that stand for others a few words. */
  readonly name: string;
}

/** One permission that the access needs, e.g. kms:Decrypt beside s3:GetObject. */
export interface ReachPair {
  readonly action: string;
  /** As asked for; a pattern. */
  readonly resource: string;
  /** Why it is needed, if it is not what was asked for. */
  readonly because?: string;
  readonly is: 'yes' | 'no' | 'may';
  /** For `yes`: a request that the concrete engine has been asked about and allows. */
  readonly witness?: Witness;
  /** For `yes`: the statements that let the witness in. */
  readonly way: readonly StatementSource[];
  /** For `may`: what is not known. For `no`: which layer nothing passes, or which Deny stops it. */
  readonly reasons: readonly string[];
}

/** Is there a request of the set that is allowed? `no` is a proof. */
export interface ReachAnswer {
  /** `yes` only if every pair is, by one and the same call; `no` as soon as one pair is. */
  readonly is: 'yes' | 'no' | 'may';
  readonly pairs: readonly [ReachPair, ...ReachPair[]];
}

export interface Reach {
  readonly subject: Subject;
  readonly answer: ReachAnswer;
}

export interface WhoCan {
  /** All who can or may; those who provably cannot are left out. Sorted by sort and name. */
  readonly reaches: readonly Reach[];
  /** What keeps the list from being complete, e.g. roles that were not listed. */
  readonly missing: readonly Missing[];
  readonly assumptions: readonly string[];
}
