import fc from 'fast-check';
import type { Account } from '../../src/account/account.ts';
import { can, type AccessAnswer } from '../../src/account/access/can.ts';
import type { ReachQuestion, WhoCan } from '../../src/account/reach/reach-answer.ts';
import type { ContextValue } from '../../src/decide/context.ts';
import { accountOf, parsePrincipalName, type Principal } from '../../src/decide/principal.ts';
import { globMatches } from '../../src/policy/glob.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { accountId } from './build.ts';
import {
  conditionKeys,
  partner,
  pointArn,
  scoreArn,
  sessionArn,
  trainArn,
} from './arbitrary-account-statement.ts';
import { keyArn } from './key.ts';

// Concrete requests that somebody can really make of a small account.

/** What a caller is free to choose, as far as he is. */
const choices = fc.record({
  network: fc.constantFrom('10.1.2.3', '203.0.113.9', 'vpce-1', 'vpce-2'),
  tls: fc.constantFrom('true', 'true', 'false'),
  mfa: fc.constantFrom(undefined, 'true', 'false'),
  isForwarded: fc.boolean(),
  tag: fc.constantFrom(undefined, 'fraud', 'nlp'),
  organization: fc.constantFrom(undefined, 'o-ours', 'o-theirs'),
  session: fc.constantFrom('s1', 's2'),
  source: fc.constantFrom(accountId, partner),
  identity: fc.constantFrom(undefined, 'ada'),
  object: fc.constantFrom(undefined, 'open', 'closed'),
  encryption: fc.constantFrom(undefined, 'aws:kms', 'AES256'),
  encrypted: fc.constantFrom('arn:aws:s3:::models/a/x', 'arn:aws:s3:::models', 'other'),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

const iam = `arn:aws:iam::${accountId}`;

const callers = fc.constantFrom(
  ...[
    trainArn,
    trainArn,
    scoreArn,
    sessionArn,
    `${iam}:user/ada`,
    `${iam}:user/ada`,
    `${iam}:root`,
  ],
  ...['anonymous', 'sagemaker.amazonaws.com', 'logs.amazonaws.com', 'other.amazonaws.com'],
  ...[partner, '777788889999', '602030104050'].flatMap((id) => [
    ...[`arn:aws:iam::${id}:role/reader`, `arn:aws:iam::${id}:user/eve`],
    ...[`arn:aws:iam::${id}:root`, `arn:aws:sts::${id}:assumed-role/reader/s1`],
  ]),
);

/** One question, and resources that may be of it. */
interface Asked {
  readonly question: ReachQuestion;
  readonly resources: readonly string[];
}

const keys = ['a/x', 'b', 'fraud/x', 'nlp/x', 'ada/x', 'ab/x', 'AROATRAIN:s1/x', 'x'];
const objects = keys.flatMap((one) => [`arn:aws:s3:::models/${one}`, `${pointArn}/object/${one}`]);

const asked: readonly Asked[] = [
  ...['*', 'a*', 'a/x', 'a/*'].map((key) => ask('s3:GetObject', `arn:aws:s3:::models/${key}`)),
  ask('s3:GetObject', 'arn:aws:s3:::mod*/x'),
  ask('s3:GetObject', '*'),
  ask('s3:PutObject', 'arn:aws:s3:::models/*'),
  ask('s3:ListBucket', 'arn:aws:s3:::models', ['arn:aws:s3:::models', pointArn]),
  ask('kms:Decrypt', keyArn(), [keyArn()]),
  ask('kms:Decrypt', 'arn:aws:kms:*:*:key/*', [keyArn()]),
  ask('sts:AssumeRole', `${iam}:role/*`, [trainArn]),
];

function ask(action: string, resource: string, resources = objects): Asked {
  const fitting = resources.filter(
    (one) => one === resource || globMatches(resource, inBucket(one)) || resource === '*',
  );
  return { question: { action, resource }, resources: fitting };
}

/** The same object, whatever way is taken to it. */
function inBucket(resource: string): string {
  return resource
    .replace(`${pointArn}/object/`, 'arn:aws:s3:::models/')
    .replace(pointArn, 'arn:aws:s3:::models');
}

export interface SampleRequest {
  readonly caller: string;
  readonly resource: number;
  readonly choices: Choices;
}

export const questions: fc.Arbitrary<Asked> = fc.constantFrom(...asked);

export const sampleRequests: fc.Arbitrary<readonly SampleRequest[]> = fc.array(
  fc.record({ caller: callers, resource: fc.nat(100), choices }),
  { minLength: 8, maxLength: 20 },
);

export interface ConcreteRequest {
  readonly principal: Principal;
  readonly resource: string;
  readonly context: { readonly [key: string]: ContextValue };
}

export function concreteRequest(
  account: Account,
  { question, resources }: Asked,
  { caller, resource, choices: chosen }: SampleRequest,
): ConcreteRequest | undefined {
  const own = account.all('iam.role')[0]?.id ?? trainArn;
  const principal = parsePrincipalName(caller === trainArn ? own : caller);
  const wanted = resources[resource % Math.max(1, resources.length)];
  const name = wanted === trainArn ? own : wanted;
  if (principal === undefined || name === undefined) return undefined;
  const context = {
    ...ofRequest(question.action, name, chosen),
    ...ofCaller(account, principal, chosen),
  };
  return { principal, resource: name, context: withoutUndefined(context) };
}

type Maybe = { readonly [key: string]: ContextValue | undefined };

function withoutUndefined(context: Maybe): ConcreteRequest['context'] {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function ofRequest(action: string, resource: string, chosen: Choices): Maybe {
  const isObject = /^s3:(get|put)object/i.test(action);
  const network = chosen.network.startsWith('vpce')
    ? { 'aws:SourceVpce': chosen.network }
    : { 'aws:SourceIp': chosen.network };
  return {
    ...network,
    'aws:SecureTransport': chosen.tls,
    ...(isObject && { 's3:ExistingObjectTag/class': chosen.object }),
    ...(/putobject/i.test(action) && { 's3:x-amz-server-side-encryption': chosen.encryption }),
    ...(action === 'kms:Decrypt' && {
      'kms:EncryptionContext:aws:s3:arn': chosen.encrypted,
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
    }),
    ...(resource.startsWith(pointArn) && { 's3:AccessPointNetworkOrigin': 'Internet' }),
  };
}

function ofCaller(account: Account, principal: Principal, chosen: Choices): Maybe {
  if (principal.kind === 'anonymous') return {};
  if (principal.kind === 'service') {
    const source = `arn:aws:logs:eu-west-1:${chosen.source}:group`;
    return { 'aws:SourceAccount': chosen.source, 'aws:SourceArn': source };
  }
  const forwarded = chosen.isForwarded
    ? { 'aws:ViaAWSService': 'true', 'aws:CalledVia': ['athena.amazonaws.com'] }
    : {};
  const own = accountOf(principal) === account.id;
  return {
    ...forwarded,
    ...(own ? ofOwn(account, principal, chosen) : ofStranger(principal, chosen)),
  };
}

function ofStranger(principal: Principal, chosen: Choices): Maybe {
  const paths = chosen.organization && [`${chosen.organization}/r-1/`];
  return {
    'aws:PrincipalOrgID': chosen.organization,
    'aws:PrincipalOrgPaths': paths,
    'aws:PrincipalTag/team': chosen.tag,
    'aws:MultiFactorAuthPresent': chosen.mfa,
    ...(principal.kind === 'role' && {
      'aws:userid': `AROASTRANGER:${chosen.session}`,
      'aws:SourceIdentity': chosen.identity,
    }),
    ...(principal.kind === 'user' && { 'aws:userid': 'AIDASTRANGER' }),
  };
}

function ofOwn(account: Account, principal: Principal, chosen: Choices): Maybe {
  const organization =
    account.all('organizations.account').length > 0
      ? {}
      : { 'aws:PrincipalOrgID': chosen.organization };
  if (principal.kind !== 'role') {
    return { ...organization, 'aws:MultiFactorAuthPresent': chosen.mfa };
  }
  const session = principal.session === undefined ? chosen.session : 's1';
  return {
    ...organization,
    'aws:userid': `${principal.name === 'score' ? 'AROASCORE' : 'AROATRAIN'}:${session}`,
    ...(trusts(account, 'sts:TagSession') && chosen.tag && { 'aws:PrincipalTag/team': chosen.tag }),
    ...(trusts(account, 'sts:SetSourceIdentity') && { 'aws:SourceIdentity': chosen.identity }),
    'aws:MultiFactorAuthPresent': trusts(account, undefined) ? chosen.mfa : 'false',
  };
}

/** Whether the trust policy of the role may let somebody do that; without an action, any user in. */
export function trusts(account: Account, action: string | undefined): boolean {
  const trust = account.all('iam.role')[0]?.trustPolicy;
  if (trust?.state !== 'present') return true;
  return parsePolicy(trust.value).policy.statements.some(
    ({ effect, action: listed, principal }) => {
      if (effect !== 'Allow') return false;
      if (action === undefined) {
        return (
          principal?.not === true || principal?.everyone === true || principal?.aws.length !== 0
        );
      }
      const fits = listed.values.some((one) =>
        globMatches(one.toLowerCase(), action.toLowerCase()),
      );
      return fits !== listed.not;
    },
  );
}

/** Asks the concrete engine; keys that the context lacks are missing in the request. */
export function canDo(
  account: Account,
  action: string,
  { principal, resource, context }: ConcreteRequest,
): AccessAnswer {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const without = conditionKeys.filter((key) => !given.has(key.toLowerCase()));
  return can(account, { principal, action, resource, context, without });
}

/** Whether somebody of the list stands for the caller of this request. */
export function isCovered(
  account: Account,
  { reaches, missing }: WhoCan,
  { principal, context }: ConcreteRequest,
): boolean {
  const wanted = standIns(account, principal, context['aws:PrincipalOrgID']);
  return missing.length > 0 || reaches.some(({ subject: { name } }) => wanted.includes(name));
}

function standIns(
  account: Account,
  principal: Principal,
  organization: ContextValue | undefined,
): readonly string[] {
  switch (principal.kind) {
    case 'anonymous':
      return ['anonymous'];
    case 'service':
      return [principal.name, 'any AWS service'];
    case 'federated':
      return [principal.provider];
    default:
      break;
  }
  const role = account
    .all('iam.role')
    .find(({ name }) => 'name' in principal && name === principal.name);
  const names = 'session' in principal && principal.session ? [principal.session] : [];
  if (principal.account === account.id) {
    return [...names, role?.id ?? principal.arn];
  }
  const isFellow =
    organization === 'o-ours' &&
    account.all('organizations.account')[0]?.organization.state === 'present';
  return [
    ...[...names, principal.arn, `any principal of account ${principal.account}`],
    // Stands for the accounts of the pattern 4444*.
    ...(principal.account.startsWith('4444') ? ['any principal of account 444400000000'] : []),
    isFellow ? 'any principal of another account of o-ours' : 'any principal of any AWS account',
  ];
}
