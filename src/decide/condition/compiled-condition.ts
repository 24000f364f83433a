import type { Condition } from '../../model/policy.ts';
import type { Context } from '../context.ts';
import type { Tri } from '../tri.ts';

/** One operator on one key, compiled once. */
export interface CompiledCondition {
  readonly source: Condition;
  /** In lower case. */
  readonly key: string;
  /** `maybe` for an unknown operator, a value that AWS would reject or an unknown key's value. */
  holds(context: Context): Tri;
}
