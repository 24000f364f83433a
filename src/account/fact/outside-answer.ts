import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import { isRcpSupported } from '../../facts/rcp-services.ts';
import type { Policy, Statement } from '../../model/policy.ts';
import { printPolicy } from '../../policy/print-policy.ts';
import type { Answer, Witness } from '../../reach/answer.ts';
import { publicAccess, type PublicQuestion } from '../../reach/public-access.ts';
import { organizationSide } from '../access/organization-policies.ts';
import { unreadText } from '../access/sourced-policy.ts';
import type { Account } from '../account.ts';
import { organizationDenials } from './stranger-denial.ts';
import { trustOf } from './trusted-account.ts';
import { witnessText } from './witness-text.ts';

export interface OutsideAnswer {
  readonly is: 'yes' | 'may';
  readonly text: string;
}

interface Asked {
  readonly resourceType: PublicQuestion['resourceType'];
  readonly policy: Policy;
  readonly allowed: 'named' | 'trusted';
}

/**
 * Whether the policy lets in who must not; undefined: it is proven that it does not. The organisation
 * is looked at only where the policy itself does not keep them out.
 */
export function askOutside(account: Account, asked: Asked): OutsideAnswer | undefined {
  const { resourceType, policy, allowed } = asked;
  const question = { resourceType, account: account.id };
  const accounts = [account.id, ...account.inputs.trustedAccounts];
  const alone = { ...question, policy: printPolicy(policy) };
  const trusting = allowed === 'named' ? {} : { trusted: { accounts, organizations: [] } };
  if (publicAccess({ ...alone, ...trusting }).answer.is === 'no') return undefined;
  const { denies, unread } = deniesAbove(account, asked);
  const document = printPolicy({ ...policy, statements: [...policy.statements, ...denies] });
  const whole = { ...question, policy: document };
  const answer = allowed === 'named' ? said(publicAccess(whole).answer) : askTrust(account, whole);
  if (answer === undefined || !unread) return answer;
  return { ...answer, text: `${answer.text}; resource control policies were not read` };
}

function askTrust(account: Account, question: PublicQuestion): OutsideAnswer | undefined {
  const { accounts, organizations, unread } = trustOf(account);
  const answer = said(publicAccess({ ...question, trusted: { accounts, organizations } }).answer);
  if (unread === undefined || answer === undefined) return answer;
  // Any organisation that the policy names may be the account's own.
  const named = organizationsIn(question.policy);
  const sure = said(
    publicAccess({ ...question, trusted: { accounts, organizations: named } }).answer,
  );
  if (sure?.is === 'yes') return sure;
  return { is: 'may', text: `the organisation of the account is not known: ${unreadText(unread)}` };
}

function organizationsIn(document: unknown): readonly string[] {
  return [...new Set(JSON.stringify(document).match(/\bo-[a-z0-9]{4,32}\b/g) ?? [])];
}

const services: { readonly [T in PublicQuestion['resourceType']]: string } = {
  'AWS::S3::Bucket': 's3',
  'AWS::KMS::Key': 'kms',
  'AWS::ECR::Repository': 'ecr',
  'AWS::IAM::AssumeRolePolicyDocument': 'sts',
  'AWS::SageMaker::ModelPackageGroup': 'sagemaker',
};

interface Denies {
  readonly denies: readonly Statement[];
  /** There may be more: they take no certainty from what lies open below them, but it is said. */
  readonly unread: boolean;
}

/** What resource control policies deny counts like a Deny of the resource's own. */
function deniesAbove(account: Account, { resourceType, policy }: Asked): Denies {
  if (!isRcpSupported(services[resourceType])) return { denies: [], unread: false };
  const all = organizationDenials(account);
  const levels = organizationSide(account).rcp ?? [];
  const unread = levels.flat().some(({ oddities }) => oddities.length > 0);
  // In a document of another version a variable would be mere text.
  const isPlain = (one: Statement) => !JSON.stringify(one).includes('${');
  return { denies: policy.version === '2012-10-17' ? all : all.filter(isPlain), unread };
}

function said(answer: Answer): OutsideAnswer | undefined {
  switch (answer.is) {
    case 'no':
      return undefined;
    case 'may':
      return { is: 'may', text: answer.reasons.join('; ') };
    case 'yes':
      return { is: doubtful(answer.witness) ? 'may' : 'yes', text: witnessText(answer.witness) };
  }
}

/** Whether the request can be made hangs on a key of which nothing is known, or on whose an id is. */
function doubtful({ context }: Witness): boolean {
  return Object.keys(context).some(
    (key) => conditionKeyFacts(key) === undefined || key.toLowerCase() === 'aws:userid',
  );
}
