import { expect } from 'chai';
import type { AccessAnswer } from '../../../src/account/access/can.ts';
import type { Account } from '../../../src/account/account.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present, type Unread } from '../../../src/model/observed.ts';
import { kinds, type Fields, type Resource } from '../../../src/model/resource.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { accountId, build, completeUniverse, region, snapshotOf } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { key, keyArn } from '../../support/key.ts';
import { namedPolicy, policyOf } from '../../support/policy.ts';

const allow = (Action: string, Resource = '*', more: JsonObject = {}): JsonObject => ({
  ...{ Effect: 'Allow', Action, Resource, ...more },
});
const object = 'arn:aws:s3:::models/a';
const denied: Unread = { state: 'denied', call: 'iam:GetUser', code: 'AccessDenied' };
const noOrganization = build('organizations.account');
const open = s3Account(blockOf(false));
const off = { ownership: present('BucketOwnerEnforced') };

function accountOf(...resources: readonly Resource[]): Account {
  return openAccount(snapshotOf([noOrganization, open, ...resources]), undeclared);
}

const role = (fields: Partial<Fields<'iam.role'>> = {}) =>
  build('iam.role', fields, { id: `arn:aws:iam::${accountId}:role/ml/train`, name: 'train' });
const user = (fields: Partial<Fields<'iam.user'>> = {}) =>
  build('iam.user', fields, { id: `arn:aws:iam::${accountId}:user/maria`, name: 'maria' });
const reader = role({ inlinePolicies: present([namedPolicy('read', allow('s3:GetObject'))]) });

/** The outcome and the reasons of the pair that decides. */
function told({ outcome, pairs }: AccessAnswer): string {
  const pair = pairs.find(({ decision }) => decision.outcome === outcome);
  return [outcome, ...(pair?.decision.reasons.map(({ text }) => text) ?? [])].join('; ');
}

describe('What a principal can do', () => {
  it('is what inline, attached and group policies allow a user', () => {
    const arn = 'arn:aws:iam::aws:policy/Lists';
    const account = accountOf(
      user({
        inlinePolicies: present([namedPolicy('own', allow('s3:GetObject'))]),
        attachedPolicies: present([{ name: 'Lists', arn }]),
        groups: present(['writers']),
      }),
      build('iam.policy', { document: present(policyOf(allow('s3:ListBucket'))) }, { id: arn }),
      build(
        'iam.group',
        { inlinePolicies: present([namedPolicy('write', allow('s3:PutObject'))]) },
        { name: 'writers' },
      ),
      bucket(off),
    );
    const ask = (action: string, resource: string) => account.can('maria', action, resource);
    expect([
      ask('s3:GetObject', object).outcome,
      ask('s3:ListBucket', 'arn:aws:s3:::models').outcome,
      ask('s3:PutObject', object).outcome,
      ask('s3:DeleteObject', object).outcome,
    ]).to.deep.equal(['allowed', 'allowed', 'allowed', 'implicitly-denied']);
  });

  const gaps: readonly (readonly [string, Resource, string])[] = [
    [
      'inline policies',
      user({ inlinePolicies: denied }),
      'the inline policies of maria: iam:GetUser was denied',
    ],
    [
      'attached policy',
      user({ attachedPolicies: present([{ name: 'x', arn: 'arn:aws:iam::aws:policy/x' }]) }),
      'arn:aws:iam::aws:policy/x: not in the snapshot',
    ],
    ['group', user({ groups: present(['gone']) }), 'group gone: not in the snapshot'],
    ['groups', user({ groups: denied }), 'the groups of maria: iam:GetUser was denied'],
  ];
  for (const [what, one, reason] of gaps) {
    it(`is unknown while the ${what} could not be read`, () => {
      const answer = accountOf(one, bucket(off)).can('maria', 's3:GetObject', object);
      expect(told(answer)).to.contain(`unknown; not known: ${reason}`);
    });
  }

  it('is unknown while the boundary could not be read, unless nothing allows it anyway', () => {
    const { inlinePolicies } = reader;
    const account = accountOf(role({ inlinePolicies, permissionsBoundary: denied }), bucket(off));
    expect(account.can('train', 's3:GetObject', object).outcome).to.equal('unknown');
    expect(account.can('train', 's3:PutObject', object).outcome).to.equal('implicitly-denied');
  });

  it('is an error for a principal that the account does not have', () => {
    const account = accountOf(reader, bucket(off));
    const ask = (name: string) => () => account.can(name, 's3:GetObject', object);
    expect(ask('trian')).to.throw(UserError, 'did you mean train?');
    expect(ask(`arn:aws:iam::${accountId}:role/train`)).to.throw(UserError, ':role/ml/train?');
  });

  it('is unknown for a principal that may be missing because of the capture', () => {
    const cut = kinds.map((kind) => ({
      ...completeUniverse(kind),
      ...(kind === 'iam.role' && { end: 'denied' as const }),
    }));
    const account = openAccount(snapshotOf([noOrganization, open, bucket(off)], cut), undeclared);
    const name = `arn:aws:iam::${accountId}:role/other`;
    expect(told(account.can(name, 's3:GetObject', object))).to.contain('it is not in the snapshot');
  });

  it('is what its policies say of it as a session, with its tags and its id', () => {
    const condition = (key: string, value: string) => ({
      Condition: { StringLike: { [key]: value } },
    });
    const account = accountOf(
      role({
        uniqueId: present('AROAEXAMPLEEXAMPLE123'),
        tags: present({ team: 'fraud' }),
        inlinePolicies: present([
          namedPolicy(
            'tag',
            allow('s3:GetObject', '*', condition('aws:PrincipalTag/team', 'fraud')),
          ),
          namedPolicy('id', allow('s3:PutObject', '*', condition('aws:userid', '*:job'))),
          namedPolicy('no', allow('s3:DeleteObject', '*', condition('aws:PrincipalTag/x', 'y'))),
        ]),
      }),
      bucket(off),
    );
    const session = `arn:aws:sts::${accountId}:assumed-role/train/job`;
    expect(account.can('train', 's3:GetObject', object).outcome).to.equal('allowed');
    expect(account.can('train', 's3:DeleteObject', object).outcome).to.equal('implicitly-denied');
    expect(account.can('train', 's3:PutObject', object).outcome).to.equal('unknown');
    expect(account.can(session, 's3:PutObject', object).outcome).to.equal('allowed');
  });

  it('is unknown where it depends on what only the request tells, until that is given', () => {
    const ip = { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };
    const policy = namedPolicy('read', allow('s3:GetObject', '*', ip));
    const account = accountOf(role({ inlinePolicies: present([policy]) }), bucket(off));
    const from = (address?: string) =>
      account.can('train', 's3:GetObject', object, address ? { 'aws:SourceIp': address } : {});
    expect(
      [from(), from('192.0.2.7'), from('198.51.100.7')].map((one) => one.outcome),
    ).to.deep.equal(['unknown', 'allowed', 'implicitly-denied']);
  });
});

describe('What a resource lets do', () => {
  const stranger = '444455556666';
  const encrypted = (name: string | null) =>
    bucket({
      ...off,
      encryption: present({ algorithm: 'aws:kms', key: name, bucketKey: false }),
    });

  it('is unknown for a bucket that the account does not have', () => {
    const answer = accountOf(reader).can('train', 's3:GetObject', object);
    expect(told(answer)).to.contain(`account ${accountId} has no bucket models`);
  });

  it('counts an ACL where ownership was never set', () => {
    const grants = [
      {
        grantee: 'http://acs.amazonaws.com/groups/global/AllUsers',
        type: 'Group',
        permission: 'READ',
      },
    ];
    const acl = present({ owner: 'owner', grants });
    const list = (fields: Partial<Fields<'s3.bucket'>>) =>
      accountOf(bucket(fields)).can('anonymous', 's3:ListBucket', 'arn:aws:s3:::models').outcome;
    expect([list({ acl }), list({ acl, ...off }), list({ acl: denied })]).to.deep.equal([
      'allowed',
      'implicitly-denied',
      'unknown',
    ]);
  });

  it('is bucket and key together', () => {
    const root = { AWS: `arn:aws:iam::${accountId}:root` };
    const delegated = key({ policy: present(policyOf({ ...allow('kms:*'), Principal: root })) });
    const both = role({
      inlinePolicies: present([namedPolicy('all', allow('s3:*'), allow('kms:Decrypt', keyArn()))]),
    });
    const ask = (who: Resource) =>
      accountOf(who, encrypted(keyArn()), delegated).can('train', 's3:GetObject', object);
    expect(ask(both).pairs.map(({ action }) => action)).to.deep.equal([
      's3:GetObject',
      'kms:Decrypt',
    ]);
    expect([ask(both).outcome, ask(reader).outcome]).to.deep.equal([
      'allowed',
      'implicitly-denied',
    ]);
  });

  it('is unknown while it is not known which key encrypts', () => {
    const unread = bucket({ ...off, encryption: denied });
    for (const one of [unread, encrypted('alias/gone'), encrypted(null)]) {
      const answer = accountOf(reader, one).can('train', 's3:GetObject', object);
      expect(answer.outcome).to.equal('unknown');
      expect(answer.warnings.join()).to.contain('it is not known which key encrypts the object');
    }
  });

  it('is the key behind an alias, by its ARN', () => {
    const named = role({
      inlinePolicies: present([namedPolicy('use', allow('kms:Decrypt', keyArn()))]),
    });
    const owner = { AWS: accountId };
    const account = accountOf(
      named,
      key({
        aliases: present(['alias/models']),
        policy: present(policyOf({ ...allow('kms:*'), Principal: owner })),
      }),
    );
    const alias = `arn:aws:kms:${region}:${accountId}:alias/models`;
    expect(account.can('train', 'kms:Decrypt', alias).outcome).to.equal('allowed');
  });

  it('sees a bucket’s tags only where they count', () => {
    const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'fraud' } } };
    const policy = namedPolicy('read', allow('s3:GetObject', '*', tagged));
    const ask = (abac: Fields<'s3.bucket'>['abac']) =>
      accountOf(
        role({ inlinePolicies: present([policy]) }),
        bucket({ ...off, tags: present({ team: 'fraud' }), abac }),
      ).can('train', 's3:GetObject', object).outcome;
    expect([present('Enabled'), present('Disabled'), notCollected('x')].map(ask)).to.deep.equal([
      'allowed',
      'implicitly-denied',
      'unknown',
    ]);
  });

  it('is what a model package’s group says, and unknown without the group', () => {
    const start = `arn:aws:sagemaker:${region}:${accountId}`;
    const group = build(
      'sagemaker.model-package-group',
      {
        policy: present(
          policyOf({ ...allow('sagemaker:DescribeModelPackage'), Principal: { AWS: stranger } }),
        ),
      },
      { id: `${start}:model-package-group/fraud`, name: 'fraud' },
    );
    const ask = (...others: readonly Resource[]) =>
      accountOf(...others).can(
        stranger,
        'sagemaker:DescribeModelPackage',
        `${start}:model-package/fraud/3`,
      ).outcome;
    expect([ask(group), ask()]).to.deep.equal(['allowed', 'unknown']);
  });

  it('needs the key too for an object behind an access point, and comes from its VPC', () => {
    const id = `arn:aws:s3:${region}:${accountId}:accesspoint/lab`;
    const point = build(
      's3.access-point',
      {
        bucket: present('models'),
        networkOrigin: present('VPC'),
        vpc: present('vpc-1'),
        publicAccessBlock: present(blockOf(true)),
      },
      { id, name: 'lab' },
    );
    const answer = accountOf(reader, encrypted(keyArn()), key(), point).can(
      'train',
      's3:GetObject',
      `${id}/object/a`,
    );
    expect(answer.pairs.map(({ action }) => action)).to.deep.equal(['s3:GetObject', 'kms:Decrypt']);
    expect(answer.assumptions.join()).to.contain('the call comes from vpc-1');
  });

  it('is another account’s affair on the side of its caller, and says so', () => {
    const account = accountOf(
      bucket({
        ...off,
        policy: present(
          policyOf({ ...allow('s3:GetObject', object), Principal: { AWS: stranger } }),
        ),
      }),
    );
    const answer = account.can(stranger, 's3:GetObject', object);
    expect(answer.outcome).to.equal('allowed');
    expect(answer.assumptions).to.include(`account ${stranger} lets its own principals do this`);
  });
});
