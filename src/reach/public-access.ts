import { compilePolicySet, type CompiledLayer } from '../decide/compile-policy-set.ts';
import { worksAcrossAccounts } from '../decide/kms/operations.ts';
import { isPublicPerS3 } from '../decide/s3/public-policy.ts';
import type { JsonValue } from '../model/json.ts';
import { parseDocument } from '../policy/parse-policy.ts';
import type { Answer } from './answer.ts';
import { callerOf, strangeAccount, type Caller } from './caller.ts';
import { callersOf } from './callers.ts';
import { excess } from './excess.ts';
import { domainOfOutsider, domainOfStranger } from './stranger.ts';
import { readValueSet } from './value-set.ts';

export const publicResourceTypes = [
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::ECR::Repository',
  'AWS::IAM::AssumeRolePolicyDocument',
  'AWS::SageMaker::ModelPackageGroup',
] as const;

export interface PublicQuestion {
  readonly resourceType: (typeof publicResourceTypes)[number];
  readonly policy: JsonValue;
  readonly account: string;
  /** Who may get in; where it is given, nobody else may. */
  readonly trusted?: {
    readonly accounts?: readonly string[];
    readonly organizations?: readonly string[];
  };
  readonly blockPublicAccess?: { readonly restrictPublicBuckets?: boolean };
}

/** The widest circle that gets in. */
export type ReachableBy = 'anonymous' | 'any-account' | 'named-account' | 'none';

export interface PublicAnswer {
  readonly reachableBy: ReachableBy;
  /** Whether somebody gets in who must not. */
  readonly answer: Answer;
  /** By S3's own syntactic definition; for buckets alone. */
  readonly publicPerS3?: boolean;
}

/** Who outside the account a resource policy lets in, and whether that is too many. */
export function publicAccess(question: PublicQuestion): PublicAnswer {
  const parsed = parseDocument(question.policy);
  const layer = compilePolicySet({
    identity: [],
    resource: { name: 'policy', ...parsed },
  }).resource;
  const isBucket = question.resourceType === 'AWS::S3::Bucket';
  const perS3 = isPublicPerS3(parsed, 'bucket').public;
  const publicPerS3 = isBucket ? { publicPerS3: perS3 !== 0 } : {};
  if (isBucket && question.blockPublicAccess?.restrictPublicBuckets === true && perS3 !== 0) {
    // Only the owner's account and services get in any more.
    const reasons = ['S3 may not call the policy public, and then does not restrict it'];
    const answer: Answer = perS3 === 2 ? { is: 'no' } : { is: 'may', reasons };
    return { reachableBy: 'none', answer, ...publicPerS3 };
  }
  return { ...circlesOf(question, layer), ...publicPerS3 };
}

function circlesOf(question: PublicQuestion, layer: CompiledLayer): PublicAnswer {
  const texts = JSON.stringify(question.policy);
  const account = strangeAccount(texts);
  const strangers = [
    `arn:aws:iam::${account}:role/leastwise-witness`,
    `arn:aws:iam::${account}:root`,
  ];
  const byAnonymous: Answer =
    question.resourceType === 'AWS::S3::Bucket'
      ? ask(question, layer, ['anonymous'], domainOfStranger([layer]))
      : { is: 'no' };
  const byAnyAccount = ask(question, layer, strangers, domainOfStranger([layer]));
  const named = outsiders(question, layer, texts);
  const byNamed = ask(question, layer, named, domainOfOutsider);
  const answers = [byAnonymous, byAnyAccount, byNamed] as const;
  const names = ['anonymous', 'any-account', 'named-account'] as const;
  const widest = names.find((_, index) => answers[index]?.is === 'yes') ?? 'none';
  const open = worst([byAnonymous, byAnyAccount]);
  if (question.trusted === undefined) return { reachableBy: widest, answer: open };
  const untrusted = ask(question, layer, untrustedOf(question, named), outsideOf(question));
  return { reachableBy: widest, answer: worst([byAnonymous, byAnyAccount, untrusted]) };
}

function ask(
  { resourceType, account }: PublicQuestion,
  layer: CompiledLayer,
  names: readonly Caller['name'][],
  domainOf: typeof domainOfOutsider,
): Answer {
  const nothing = compilePolicySet({ identity: [] }).resource;
  return excess({
    granting: layer,
    limit: nothing,
    callers: names.flatMap((name) => callerOf(name) ?? []),
    resourceAccount: account,
    domainOf,
    concerns: (action) => isOf(resourceType, action),
  });
}

/** Actions that the policy of such a resource can let others do. */
function isOf(type: PublicQuestion['resourceType'], action: string): boolean {
  switch (type) {
    case 'AWS::S3::Bucket':
      return action.startsWith('s3:');
    case 'AWS::KMS::Key':
      return worksAcrossAccounts(action);
    case 'AWS::ECR::Repository':
      return action.startsWith('ecr:');
    case 'AWS::IAM::AssumeRolePolicyDocument':
      return action.startsWith('sts:');
    case 'AWS::SageMaker::ModelPackageGroup':
      return action.startsWith('sagemaker:');
  }
}

/** Principals of other accounts, named or not. */
function outsiders(
  { account, resourceType }: PublicQuestion,
  layer: CompiledLayer,
  texts: string,
): readonly Caller['name'][] {
  return callersOf('resource', account, [layer], texts)
    .filter(({ principal }) =>
      principal.kind === 'anonymous'
        ? resourceType === 'AWS::S3::Bucket'
        : 'account' in principal && principal.account !== account,
    )
    .map(({ name }) => name);
}

function untrustedOf(
  { trusted }: PublicQuestion,
  names: readonly Caller['name'][],
): readonly Caller['name'][] {
  const accounts = trusted?.accounts ?? [];
  return names.filter(
    (name) => typeof name !== 'string' || !accounts.some((one) => name.includes(`:${one}:`)),
  );
}

/** Somebody of an organisation that is not trusted, or of none. */
function outsideOf({ trusted }: PublicQuestion): typeof domainOfOutsider {
  const organizations = trusted?.organizations ?? [];
  const others = new Map([
    ['aws:principalorgid', organizations],
    ['aws:principalorgpaths', organizations.map((one) => `${one}/*`)],
  ]);
  return (key, caller) => {
    const own = domainOfOutsider(key, caller);
    const not = others.get(key) ?? [];
    return own?.is === 'fixed' || not.length === 0 ? own : domainOfStrangerTo(not);
  };
}

/** `trusted`: values, `*` for any text. */
function domainOfStrangerTo(trusted: readonly string[]): ReturnType<typeof domainOfOutsider> {
  const set = readValueSet('StringLike', {
    values: trusted,
    variables: false,
    known: () => undefined,
  }).set;
  return { is: 'open', missing: 'possible', demands: [{ set, inside: false }] };
}

function worst(answers: readonly Answer[]): Answer {
  return (
    answers.find((one) => one.is === 'yes') ??
    answers.find((one) => one.is === 'may') ?? { is: 'no' }
  );
}
