import type { Principal } from '../../decide/principal.ts';
import type { PolicyText, Statement } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import type { Account } from '../account.ts';

/** What whoever enters a role may bring into its session, as far as the trust policy tells. */
export interface SessionFreedom {
  /** Tags of his own: the trust policy allows sts:TagSession ("Pass session tags in AWS STS"). */
  readonly tags: 'any' | 'limited' | 'none';
  /** The trust policy allows sts:SetSourceIdentity. */
  readonly sourceIdentity: boolean;
  /** Some principal of an account may enter, who may have used MFA; services and providers have none. */
  readonly mfa: boolean;
  /** Some identity provider lets people in. */
  readonly federated: boolean;
  /** EC2 may enter for an instance. */
  readonly instance: boolean;
}

const anything: SessionFreedom = {
  tags: 'any',
  sourceIdentity: true,
  mfa: true,
  federated: true,
  instance: true,
};

/** Undefined: the principal is no role of the account. */
export function sessionFreedom(account: Account, principal: Principal): SessionFreedom | undefined {
  if (principal.kind !== 'role' || principal.account !== account.id) return undefined;
  const role = account.find('iam.role', principal.arn);
  if (role === undefined || role.trustPolicy.state !== 'present') return anything;
  const trust = role.trustPolicy.value;
  const known = ofTrust.get(trust) ?? readTrust(trust);
  ofTrust.set(trust, known);
  return known;
}

const ofTrust = new WeakMap<PolicyText, SessionFreedom>();

function readTrust(trust: PolicyText): SessionFreedom {
  const { policy, oddities } = parsePolicy(trust);
  if (oddities.length > 0) return anything;
  const allows = policy.statements.filter(({ effect }) => effect === 'Allow');
  return {
    tags: tagsOf(policy.statements),
    sourceIdentity: allows.some((one) => lists(one, 'sts:setsourceidentity')),
    mfa: allows.some(({ principal }) => {
      return principal !== undefined && (isAnybody(principal) || principal.aws.length > 0);
    }),
    federated: allows.some(({ principal }) => {
      return principal !== undefined && (isAnybody(principal) || principal.federated.length > 0);
    }),
    instance: allows.some(({ principal }) => {
      if (principal === undefined) return false;
      return isAnybody(principal) || principal.service.some((one) => one.startsWith('ec2.'));
    }),
  };
}

function isAnybody({ everyone, not }: { readonly everyone: boolean; readonly not: boolean }) {
  return everyone || not;
}

function lists({ action }: Statement, name: string): boolean {
  const listed = action.values.some((one) => globMatches(one.toLowerCase(), name));
  return listed !== action.not;
}

/** Limited: conditions, or a Deny, may leave some values out. */
function tagsOf(statements: readonly Statement[]): SessionFreedom['tags'] {
  const about = statements.filter((one) => lists(one, 'sts:tagsession'));
  const allows = about.filter(({ effect }) => effect === 'Allow');
  if (allows.length === 0) return 'none';
  const isDenied = about.some(({ effect }) => effect === 'Deny');
  return !isDenied && allows.some((one) => !limitsTags(one)) ? 'any' : 'limited';
}

function limitsTags({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => /^aws:(requesttag\/|tagkeys$|principaltag\/)/i.test(key));
}
