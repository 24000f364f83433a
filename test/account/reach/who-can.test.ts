import { expect } from 'chai';
import type { Account } from '../../../src/account/account.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import type { Reach } from '../../../src/account/reach/reach-answer.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { kinds, type Fields, type Resource } from '../../../src/model/resource.ts';
import { accountId, build, completeUniverse, snapshotOf } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { key, keyArn } from '../../support/key.ts';
import { namedPolicy, policyOf } from '../../support/policy.ts';

// Who can read the objects of the bucket "models": one role, one bucket, and what each layer adds.

const read = { action: 's3:GetObject', resource: 'arn:aws:s3:::models/*' };
const iam = `arn:aws:iam::${accountId}`;
const partner = '444455556666';

function statement(Effect: 'Allow' | 'Deny', more: JsonObject = {}): JsonObject {
  return { Effect, Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*', ...more };
}

function when(operator: string, name: string, value: string | readonly string[]): JsonObject {
  return { Condition: { [operator]: { [name]: value } } };
}

function role(statements: readonly JsonObject[], fields: Partial<Fields<'iam.role'>> = {}) {
  const inlinePolicies = present([namedPolicy('own', ...statements)]);
  return build(
    'iam.role',
    { inlinePolicies, ...fields },
    { id: `${iam}:role/train`, name: 'train' },
  );
}

const reader = role([statement('Allow')]);
const open = s3Account(blockOf(false));
const alone = build('organizations.account');

function member(scp: readonly JsonObject[] = []): Resource {
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };
  return build('organizations.account', {
    organization: present({ id: 'o-ours', managementAccount: '999999999999', featureSet: 'ALL' }),
    path: present(['r-1', accountId]),
    policyTypes: present({ SERVICE_CONTROL_POLICY: 'ENABLED' }),
    serviceControlPolicies: present([
      { target: 'r-1', policies: [namedPolicy('full', all), namedPolicy('limits', ...scp)] },
      { target: accountId, policies: [namedPolicy('full', all)] },
    ]),
  }) as unknown as Resource;
}

function models(
  statements: readonly JsonObject[] = [],
  fields: Partial<Fields<'s3.bucket'>> = {},
): Resource {
  const policy = statements.length === 0 ? absent : present(policyOf(...statements));
  const settings = { ownership: present('BucketOwnerEnforced'), policy, ...fields };
  return bucket(settings) as unknown as Resource;
}

function accountOf(...resources: readonly unknown[]): Account {
  const given = resources as readonly Resource[]; // builders give Identity and Fields of one kind
  const organization = given.some((one) => one.kind === 'organizations.account') ? [] : [alone];
  return openAccount(
    snapshotOf([open, ...(organization as unknown as Resource[]), ...given]),
    undeclared,
  );
}

/** Everybody but the root user, e.g. `can arn:…:role/train`. */
function names(account: Account, question = read): readonly string[] {
  return account
    .whoCan(question)
    .reaches.filter(({ subject }) => subject.sort !== 'root')
    .map(({ subject, answer }) => `${answer.is === 'yes' ? 'can' : 'may'} ${subject.name}`);
}

function reachOf(account: Account, question = read): Reach | undefined {
  return account.whoCan(question).reaches.find(({ subject }) => subject.sort === 'role');
}

const train = `can ${iam}:role/train`;

interface Case {
  readonly name: string;
  readonly resources: readonly unknown[];
  readonly who: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a role with an Allow', resources: [reader, models()], who: [train] },
  { name: 'nobody without one', resources: [role([]), models()], who: [] },
  {
    name: 'nobody where the boundary allows something else',
    resources: [
      role([statement('Allow')], { permissionsBoundary: present(`${iam}:policy/b`) }),
      build(
        'iam.policy',
        { document: present(policyOf(statement('Allow', { Action: 's3:PutObject' }))) },
        { id: `${iam}:policy/b` },
      ),
      models(),
    ],
    who: [],
  },
  {
    name: 'a role without a boundary, where the boundary of one with the same policies says nothing of it',
    resources: [
      build(
        'iam.role',
        {
          inlinePolicies: present([namedPolicy('own', statement('Allow'))]),
          permissionsBoundary: present(`${iam}:policy/b`),
        },
        { id: `${iam}:role/bounded`, name: 'bounded' },
      ),
      reader,
      build(
        'iam.policy',
        { document: present(policyOf(statement('Allow', { Action: 's3:PutObject' }))) },
        { id: `${iam}:policy/b` },
      ),
      models(),
    ],
    who: [train],
  },
  {
    name: 'nobody where an SCP denies it',
    resources: [reader, models(), member([statement('Deny')])],
    who: [],
  },
  {
    name: 'a role that an SCP stops only on other objects',
    resources: [
      reader,
      models(),
      member([statement('Deny', { Resource: 'arn:aws:s3:::models/secret/*' })]),
    ],
    who: [train],
  },
  {
    name: 'a role that gets in from one VPC endpoint alone',
    resources: [
      reader,
      models([
        statement('Deny', {
          Principal: '*',
          ...when('StringNotEquals', 'aws:SourceVpce', 'vpce-1'),
        }),
      ]),
    ],
    who: [train],
  },
  {
    name: 'nobody whose session id the bucket does not know',
    resources: [
      role([statement('Allow')], { uniqueId: present('AROAOTHER') }),
      models([
        statement('Deny', {
          Principal: '*',
          ...when('StringNotLike', 'aws:userid', 'AROATRAIN:*'),
        }),
      ]),
    ],
    who: [],
  },
  {
    name: 'the role whose session id it knows',
    resources: [
      role([statement('Allow')], { uniqueId: present('AROATRAIN') }),
      models([
        statement('Deny', {
          Principal: '*',
          ...when('StringNotLike', 'aws:userid', 'AROATRAIN:*'),
        }),
      ]),
    ],
    who: [train],
  },
  {
    name: 'nobody whom a Deny knows by his session id',
    resources: [
      role([statement('Allow')], { uniqueId: present('AROATRAIN') }),
      models([
        statement('Deny', { Principal: '*', ...when('StringLike', 'aws:userid', 'AROATRAIN:*') }),
      ]),
    ],
    who: [],
  },
  {
    name: 'nobody once the date has passed',
    resources: [
      role([statement('Allow', when('DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'))]),
      models(),
    ],
    who: [],
  },
  {
    name: 'nobody with another tag than the role has',
    resources: [
      role([statement('Allow', when('StringEquals', 'aws:PrincipalTag/team', 'fraud'))], {
        tags: present({ team: 'nlp' }),
        trustPolicy: present(
          policyOf({
            Effect: 'Allow',
            Principal: { Service: 'sagemaker.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
        ),
      }),
      models(),
    ],
    who: [],
  },
  {
    name: 'whoever may tag his session as he likes',
    resources: [
      role([statement('Allow', when('StringEquals', 'aws:PrincipalTag/team', 'fraud'))], {
        tags: present({ team: 'nlp' }),
        trustPolicy: present(
          policyOf({
            Effect: 'Allow',
            Principal: { AWS: `${iam}:root` },
            Action: ['sts:AssumeRole', 'sts:TagSession'],
          }),
        ),
      }),
      models(),
    ],
    who: [train],
  },
  {
    name: 'the account that the bucket policy names, and nobody else outside',
    resources: [
      models([statement('Allow', { Principal: { AWS: `arn:aws:iam::${partner}:root` } })]),
    ],
    who: [`can any principal of account ${partner}`],
  },
  {
    name: 'everybody that a wildcard lets in',
    resources: [member(), models([statement('Allow', { Principal: '*' })])],
    who: [
      'can anonymous',
      'can any principal of any AWS account',
      'can any principal of another account of o-ours',
      'can any AWS service',
    ],
  },
  {
    name: 'the organisation alone where the wildcard is bound to it',
    resources: [
      member(),
      models([
        statement('Allow', {
          Principal: '*',
          ...when('StringEquals', 'aws:PrincipalOrgID', 'o-ours'),
        }),
      ]),
    ],
    who: ['can any principal of another account of o-ours'],
  },
  {
    name: 'perhaps a role whose policies were not read',
    resources: [role([], { inlinePolicies: notCollected('denied') }), models()],
    who: [`may ${iam}:role/train`],
  },
  {
    name: 'perhaps a role, where the bucket policy was not read: it may deny',
    resources: [reader, models([], { policy: notCollected('denied') })],
    who: ['may anonymous', 'may any principal of any AWS account', `may ${iam}:role/train`],
  },
];

describe('Who can', () => {
  for (const { name, resources, who } of cases) {
    it(`is ${name}`, () => void expect(names(accountOf(...resources))).to.deep.equal(who));
  }

  it('needs the key where the bucket names one, for the very object', () => {
    const encryption = present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: false });
    const decrypt = (object: string) => ({
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${object}` } },
    });
    const delegated = present(
      policyOf({
        Effect: 'Allow',
        Principal: { AWS: `${iam}:root` },
        Action: 'kms:*',
        Resource: '*',
      }),
    );
    const account = (...statements: readonly JsonObject[]) =>
      accountOf(
        role([statement('Allow', { Resource: 'arn:aws:s3:::models/a/*' }), ...statements]),
        models([], { encryption }),
        key({ policy: delegated, grants: present([]) }),
      );
    expect(names(account())).to.deep.equal([]);
    expect(names(account(decrypt('models/a/*')))).to.deep.equal([train]);
    expect(names(account(decrypt('models/b/*')))).to.deep.equal([`may ${iam}:role/train`]);
    const pairs = reachOf(account(decrypt('models/a/*')))?.answer.pairs ?? [];
    expect(pairs.map(({ action, witness }) => [action, witness?.resource])).to.deep.equal([
      ['s3:GetObject', 'arn:aws:s3:::models/a/x'],
      ['kms:Decrypt', keyArn()],
    ]);
  });

  it('is also whoever an access point of the bucket lets in', () => {
    const point = `arn:aws:s3:eu-west-1:${accountId}:accesspoint/partners`;
    const viaPoint = when('StringEquals', 's3:DataAccessPointAccount', accountId);
    const account = accountOf(
      models([statement('Allow', { Principal: '*', ...viaPoint })]),
      build(
        's3.access-point',
        {
          bucket: present('models'),
          policy: present(
            policyOf({
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${partner}:root` },
              Action: 's3:GetObject',
              Resource: `${point}/object/*`,
            }),
          ),
        },
        { id: point, name: 'partners' },
      ),
    );
    expect(names(account)).to.deep.equal([`can any principal of account ${partner}`]);
    const [reach] = account.whoCan(read).reaches;
    expect(reach?.answer.pairs[0].witness?.resource).to.equal(`${point}/object/x`);
  });

  it('is also a session that the policy names, and those that only the key names', () => {
    const session = `arn:aws:sts::${accountId}:federated-user/ada`;
    expect(
      names(accountOf(models([statement('Allow', { Principal: { AWS: session } })]))),
    ).to.deep.equal([`may ${session}`]);
    const encryption = present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: true });
    const grantee = `arn:aws:iam::${partner}:role/reader`;
    const byKey = (policy: JsonObject, grants: Resource<'kms.key'>['grants']) =>
      accountOf(
        models([statement('Allow', { Principal: '*' })], { encryption }),
        key({ policy: present(policyOf(policy)), grants }),
      );
    const use = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
    const readers = names(byKey({ ...use, Principal: { AWS: grantee } }, present([])));
    expect(readers).to.deep.equal([`can ${grantee}`]);
  });

  it('is not certain where a policy lets in somebody who is not understood', () => {
    const origin = 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1';
    const { reaches, missing } = accountOf(
      models([statement('Allow', { Principal: { AWS: origin } })]),
    ).whoCan(read);
    expect(reaches.map(({ subject }) => subject.sort)).to.deep.equal(['root']);
    expect(missing.map(({ what }) => what)).to.deep.equal([`what ${origin} can do`]);
  });

  it('tells the statements and a request that is allowed', () => {
    const fence = when('StringNotEquals', 'aws:SourceVpce', 'vpce-1');
    const account = accountOf(reader, models([statement('Deny', { Principal: '*', ...fence })]));
    const [pair] = reachOf(account)?.answer.pairs ?? [];
    expect(pair?.witness?.context).to.deep.equal({ 'aws:sourcevpce': 'vpce-1' });
    expect(pair?.way.map(({ layer, policy }) => `${layer} ${policy}`)).to.deep.equal([
      'identity inline policy own of train',
    ]);
    const { action, resource, context } = pair?.witness ?? {};
    const answer = account.can('role/train', String(action), String(resource), context);
    expect(answer.outcome).to.equal('allowed');
  });

  it('is not complete where roles may be missing', () => {
    const cut = kinds.map((kind) =>
      kind === 'iam.role'
        ? { ...completeUniverse(kind), end: 'denied' as const, problem: notCollected('denied') }
        : completeUniverse(kind),
    );
    const snapshot = snapshotOf([open, alone, models()] as unknown as readonly Resource[], cut);
    const { reaches, missing } = openAccount(snapshot, undeclared).whoCan(read);
    expect(reaches.map(({ subject }) => subject.sort)).to.deep.equal(['root']);
    expect(missing.map(({ what }) => what)).to.deep.equal(['all iam.role in eu-west-1']);
  });

  it('asks each bucket that a pattern fits, and finds nobody where none does', () => {
    const account = accountOf(
      reader,
      models(),
      bucket({ ownership: present('BucketOwnerEnforced') }, 'other'),
    );
    const anywhere = { ...read, resource: 'arn:aws:s3:::*' };
    expect(names(account, anywhere)).to.deep.equal([train]);
    expect(names(account, { ...read, resource: 'arn:aws:s3:::nothing-*' })).to.deep.equal([]);
  });

  it('names what stops a principal that cannot', () => {
    const answer = accountOf(
      reader,
      models([statement('Deny', { Principal: '*', Sid: 'Never' })]),
    ).reach('role/train', read);
    expect(answer.is).to.equal('no');
    expect(answer.pairs[0].reasons).to.deep.equal([
      'statement "Never" of bucket policy of models denies it',
    ]);
  });
});
