import type { Account } from '../account/account.ts';
import { touchesAction } from '../account/fact/action-match.ts';
import { principalGrants, type Holder } from '../account/fact/principal-grants.ts';
import { readPolicy } from '../account/fact/read-policy.ts';
import { ownReach } from '../account/reach/own-reach.ts';
import type { Reach, ReachQuestion } from '../account/reach/reach-answer.ts';
import { namesEveryone } from '../policy/binding/everyone.ts';
import { accessBy, type Access } from './access.ts';

/**
 * What a role or user comes to as itself: by its own policies and those of its groups, or because a
 * resource policy names it or its account. What everybody can is left out; `may` where both may be.
 */
export function ownAccessOf(
  account: Account,
  holder: Holder,
  questions: readonly ReachQuestion[],
): Access {
  return accessBy(
    questions.flatMap((question) => {
      const found = ownReach(account, holder.id, question);
      if (found === undefined || found.answer.is === 'no') return [];
      if (byIdentity(found)) return [found];
      if (!mayBeOwn(account, holder, question)) return [];
      return [mayBeOpenToAll(account, question) ? doubted(found) : found];
    }),
  );
}

function byIdentity({ answer }: Reach): boolean {
  return answer.is === 'yes' && answer.pairs[0].way.some(({ layer }) => layer === 'identity');
}

function mayBeOpenToAll(account: Account, question: ReachQuestion): boolean {
  return account
    .whoCan(question)
    .reaches.some(({ subject: { sort } }) => sort === 'anonymous' || sort === 'any-account');
}

/** Whether a policy that is about it, and not about everybody, may give the same. */
function mayBeOwn(account: Account, holder: Holder, { action, resource }: ReachQuestion): boolean {
  const { policies, missing } = principalGrants(account, holder);
  const grants = policies.flatMap(({ policy }) => policy.statements);
  if (missing.length > 0) return true;
  if (grants.some((one) => one.effect === 'Allow' && touchesAction(one.action, action)))
    return true;
  const bucket = account.find('s3.bucket', resource.replace(/\/.*$/s, ''));
  if (bucket?.policy.state !== 'present') return bucket === undefined;
  const { policy, doubts } = readPolicy('bucket policy', bucket.policy.value);
  const names = policy.statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' && principal !== undefined && !namesEveryone(principal),
  );
  return names || doubts.length > 0;
}

function doubted({ subject, answer }: Reach): Reach {
  const [first, ...rest] = answer.pairs;
  const reasons = [
    'everybody can or may, and whether this one could without that is not told apart',
  ];
  return {
    subject,
    answer: { is: 'may', pairs: [{ ...first, is: 'may', way: [], reasons }, ...rest] },
  };
}
