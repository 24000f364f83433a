import type { Condition, Policy, Statement } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { parseOperator } from '../../policy/operator.ts';
import { coversActions, touchesAction } from './action-match.ts';
import { statementBinding } from '../../policy/binding/binding.ts';
import { bindingKeys } from '../../policy/binding/binding-keys.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';

export type Access = 'read' | 'write' | 'other';

/** A statement of a bucket policy that lets everybody in. */
export interface PublicGrant {
  readonly statement: Statement;
  /** Not empty. */
  readonly access: readonly Access[];
  /**
   * `public`: nothing keeps strangers out; `unclear`: a condition that we do not understand may do
   * it; `perimeter`: a Deny of the same policy may.
   */
  readonly is: 'public' | 'unclear' | 'perimeter';
}

/** Every Allow for everybody without a condition that binds (see `binding.ts`). */
export function publicGrants(policy: Policy): readonly PublicGrant[] {
  return policy.statements
    .filter((one) => one.effect === 'Allow' && namesEveryone(one.principal))
    .flatMap((statement) => {
      const binding = statementBinding(statement);
      if (binding === 'binds') return [];
      const perimeter = policy.statements.some((one) => deniesStrangers(one, statement));
      const is = perimeter ? 'perimeter' : binding === 'open' ? 'public' : 'unclear';
      return [{ statement, access: accessOf(statement), is } as const];
    });
}

const actionsOf = {
  read: ['s3:get*', 's3:list*'],
  write: ['s3:put*', 's3:delete*', 's3:abortmultipartupload', 's3:restoreobject', 's3:replicate*'],
} as const;

const accesses = ['read', 'write'] as const;

function accessOf(statement: Statement): readonly Access[] {
  const touched = accesses.filter((access) =>
    actionsOf[access].some((actions) => touchesAction(statement.action, actions)),
  );
  return touched.length > 0 ? touched : ['other'];
}

/** What one action gives, e.g. `s3:PutObject`. */
export function accessOfAction(action: string): Access {
  const name = action.toLowerCase();
  return (
    accesses.find((access) => actionsOf[access].some((one) => globMatches(one, name))) ?? 'other'
  );
}

/**
 * "Deny everybody unless they come from us", the form of a data perimeter. Whether it is a proof is
 * for `stranger-denial` to say; here it only takes the certainty from a public grant.
 */
function deniesStrangers(deny: Statement, grant: Statement): boolean {
  const { effect, principal, action, conditions } = deny;
  if (effect !== 'Deny' || principal === undefined || principal.not) return false;
  if (!namesEveryone(principal)) return false;
  if (conditions.length === 0) return coversActions(action, 's3:*');
  const touches =
    grant.action.not || grant.action.values.some((granted) => touchesAction(action, granted));
  return touches && conditions.some(negatesBindingKey);
}

function negatesBindingKey(condition: Condition): boolean {
  const negated = parseOperator(condition.operator)?.negated === true;
  return negated && bindingKeys.has(condition.key.toLowerCase());
}
