import { globMatches } from '../../policy/glob.ts';
import type { Account } from '../account.ts';
import { matchesAction } from '../fact/action-match.ts';
import type { ReachQuestion } from '../reach/reach-answer.ts';
import type { Actor } from './actor.ts';
import { ownPolicies } from './own-policies.ts';

/**
 * Sorts out, without asking the engine, what no Allow of a principal's own policies names. Only for
 * single resources of IAM and SageMaker that have no policies of their own; true proves nothing.
 */
export function mayBeNamed(
  account: Account,
  actor: Actor,
  { action, resource }: ReachQuestion,
): boolean {
  if (!/^arn:[^:]*:(iam|sagemaker):/.test(resource) || /[*?]/.test(resource)) return true;
  if (/^sts:/i.test(action) || resource.includes(':model-package')) return true;
  return ownPolicies(account, actor).identity.some(
    ({ policy, oddities }) =>
      oddities.length > 0 ||
      policy.statements.some(
        (one) =>
          one.effect === 'Allow' &&
          matchesAction(one.action, action) &&
          (one.resource === undefined ||
            one.resource.not ||
            one.resource.values.some((value) => mayMatch(value, resource))),
      ),
  );
}

/** A variable may stand for anything. An ARN that is not whole goes on with anything. */
function mayMatch(value: string, resource: string): boolean {
  if (value.includes('${') || value.split(':').length < 6) return true;
  return globMatches(value, resource);
}
