import type { ContextValue } from '../decide/context.ts';
import type { Principal } from '../decide/principal.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Kind, Resource } from '../model/resource.ts';
import type { Universe } from '../model/snapshot.ts';
import type { Missing } from '../model/verdict.ts';
import type { AccessAnswer } from './access/can.ts';
import type { KeyLookup } from './key.ts';
import type { ReachAnswer, ReachQuestion, WhoCan } from './reach/reach-answer.ts';

/** A snapshot as a world to ask. Answers come from the snapshot alone. */
export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly partition: string;
  readonly inputs: Inputs;
  /** ISO-8601: when the capture ended; the clock of every rule about age. */
  readonly takenAt: string;
  all<K extends Kind>(kind: K): readonly Resource<K>[];
  /** The resource with this ARN; undefined proves nothing unless `gaps` is empty. */
  find<K extends Kind>(kind: K, id: string): Resource<K> | undefined;
  universes(kind: Kind): readonly Universe[];
  /**
   * What keeps the list of a kind from being complete, in one region or everywhere. Empty iff
   * "there is no other" may be concluded. A kind without any universe is a gap.
   */
  gaps(kind: Kind, region?: string): readonly Missing[];
  /** The key behind an id, ARN, alias or alias ARN as used in `region`. */
  key(reference: string, region: string): KeyLookup;
  /**
   * May this principal do that, by every policy of the snapshot? A principal by name is the one that
   * `leastwise can` takes it for; throws `UserError` if there is none. `resource` is an ARN, or `*`.
   */
  can(
    principal: Principal | string,
    action: string,
    resource: string,
    context?: { readonly [key: string]: ContextValue },
  ): AccessAnswer;
  /**
   * Can this principal of the account do that in any way at all? Over every context, and every
   * resource that the pattern fits. Throws `UserError` for a name that no principal has.
   */
  reach(principal: Principal | string, question: ReachQuestion): ReachAnswer;
  /** Who can, inside and outside the account? Directly; for chains see `escalation/`. */
  whoCan(question: ReachQuestion): WhoCan;
}
