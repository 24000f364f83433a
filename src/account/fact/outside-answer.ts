import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import { isRcpSupported } from '../../facts/rcp-services.ts';
import type { Policy, Statement } from '../../model/policy.ts';
import { printPolicy } from '../../policy/print-policy.ts';
import type { Answer, Witness } from '../../reach/answer.ts';
import { publicAccess, type PublicQuestion } from '../../reach/public-access.ts';
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

/** Whether the policy lets in who must not; undefined: it is proven that it does not. */
export function askOutside(account: Account, asked: Asked): OutsideAnswer | undefined {
  const { resourceType, policy, allowed } = asked;
  const document = printPolicy({
    ...policy,
    statements: [...policy.statements, ...deniesAbove(account, asked)],
  });
  const question = { resourceType, policy: document, account: account.id };
  if (allowed === 'named') return said(publicAccess(question).answer);
  const { accounts, organizations, unread } = trustOf(account);
  const answer = said(publicAccess({ ...question, trusted: { accounts, organizations } }).answer);
  if (unread === undefined || answer === undefined) return answer;
  // Any organisation that the policy names may be the account's own.
  const named = organizationsIn(document);
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

/** What resource control policies deny counts like a Deny of the resource's own. */
function deniesAbove(account: Account, { resourceType, policy }: Asked): readonly Statement[] {
  if (!isRcpSupported(services[resourceType])) return [];
  const denies = organizationDenials(account);
  // In a document of another version a variable would be mere text.
  if (policy.version === '2012-10-17') return denies;
  return denies.filter((one) => !JSON.stringify(one).includes('${'));
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
