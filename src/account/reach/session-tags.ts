import type { Principal } from '../../decide/principal.ts';
import type { PolicyText } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import type { Account } from '../account.ts';

/**
 * Whether whoever assumes the role may give its session tags of his own: the trust policy then
 * allows sts:TagSession (IAM User Guide, "Pass session tags in AWS STS").
 */
export function sessionTagsAreOpen(account: Account, principal: Principal): boolean {
  if (principal.kind !== 'role' || principal.account !== account.id) return false;
  const role = account.find('iam.role', principal.arn);
  if (role === undefined || role.trustPolicy.state !== 'present') return true;
  return allowsTags(role.trustPolicy.value);
}

const answers = new WeakMap<PolicyText, boolean>();

function allowsTags(trust: PolicyText): boolean {
  const known = answers.get(trust);
  if (known !== undefined) return known;
  const { policy, oddities } = parsePolicy(trust);
  const allows = policy.statements.some(({ effect, action }) => {
    const listed = action.values.some((one) => globMatches(one.toLowerCase(), 'sts:tagsession'));
    return effect === 'Allow' && listed !== action.not;
  });
  answers.set(trust, allows || oddities.length > 0);
  return allows || oddities.length > 0;
}
