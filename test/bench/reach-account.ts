import { openAccount } from '../../src/account/open-account.ts';
import type { Account } from '../../src/account/account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { absent, present } from '../../src/model/observed.ts';
import type { NamedPolicy } from '../../src/model/policy.ts';
import type { Resource } from '../../src/model/resource.ts';
import { accountId, build, snapshotOf } from '../support/build.ts';

// An account with many roles and buckets: five statements a role, broad and narrow ones mixed, so that
// about a fifth of all roles has something to do with a given bucket.

const teams = ['fraud', 'churn', 'recsys', 'nlp', 'vision', 'pricing', 'search', 'risk'];
const stages = ['raw', 'features', 'models', 'reports'];

/** The same numbers in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function pick<T>(list: readonly T[], roll: (below: number) => number): T {
  const one = list[roll(list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** E.g. `acme-fraud-raw-017`. */
function bucketName(index: number): string {
  const team = teams[index % teams.length] ?? '';
  const stage = stages[Math.floor(index / teams.length) % stages.length] ?? '';
  return `acme-${team}-${stage}-${String(index).padStart(3, '0')}`;
}

function text(statements: readonly JsonObject[]): {
  readonly document: JsonValue;
  readonly sha256: string;
} {
  return { document: { Version: '2012-10-17', Statement: [...statements] }, sha256: '' };
}

function s3(path: string): string {
  return `arn:aws:s3:::${path}`;
}

type Roll = (below: number) => number;

function statementsOf(index: number, roll: Roll): readonly JsonObject[] {
  const team = pick(teams, roll);
  const stage = pick(stages, roll);
  const own = bucketName(roll(1000));
  const reads = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'] };
  return [
    { ...reads, Resource: [s3(`acme-${team}-${stage}-*`), s3(`acme-${team}-${stage}-*/*`)] },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: s3(`${own}/runs/*`) },
    {
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    },
    roll(10) === 0
      ? { Effect: 'Allow', Action: 's3:*', Resource: s3(`acme-${team}-*`) }
      : { Effect: 'Allow', Action: 'logs:*', Resource: '*' },
    roll(4) === 0
      ? { Effect: 'Deny', Action: 's3:DeleteObject*', Resource: s3(`acme-*-${stage}-*`) }
      : {
          Effect: roll(8) === 0 ? 'Allow' : 'Deny',
          Action: 's3:GetObject',
          Resource: s3(`acme-*-${pick(stages, roll)}-*/shared/\${aws:PrincipalTag/team}/*`),
        },
  ].map((one, at): JsonObject => ({ Sid: `S${String(index)}x${String(at)}`, ...one }));
}

const boundaryArn = `arn:aws:iam::${accountId}:policy/boundary`;
const readerArn = `arn:aws:iam::${accountId}:policy/reader`;

function managed(arn: string, name: string, statements: readonly JsonObject[]): Resource {
  return build(
    'iam.policy',
    { document: present(text(statements)) },
    { id: arn, name },
  ) as unknown as Resource;
}

function role(index: number, roll: Roll): Resource {
  const name = `role-${String(index).padStart(5, '0')}`;
  const inline: NamedPolicy = { name: 'own', ...text(statementsOf(index, roll)) };
  const fields = {
    inlinePolicies: present([inline]),
    attachedPolicies: present(roll(20) === 0 ? [{ name: 'reader', arn: readerArn }] : []),
    permissionsBoundary: roll(2) === 0 ? present(boundaryArn) : absent,
    uniqueId: present(`AROA${String(index).padStart(17, '0')}`),
    tags: present({ team: pick(teams, roll) }),
    trustPolicy: present(
      text([
        {
          Effect: 'Allow',
          Principal: { Service: 'sagemaker.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
    ),
  };
  const id = `arn:aws:iam::${accountId}:role/${name}`;
  return build('iam.role', fields, { id, name, region: 'global' }) as unknown as Resource;
}

function bucket(index: number, roll: Roll): Resource {
  const name = bucketName(index);
  const all = [s3(name), s3(`${name}/*`)];
  const tls = {
    Sid: 'Tls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: all,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const fence = {
    Sid: 'Fence',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:DeleteObject',
    Resource: all,
    Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${accountId}:role/role-0*` } },
  };
  const partner = {
    Sid: 'Partner',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Action: 's3:GetObject',
    Resource: s3(`${name}/export/*`),
  };
  const statements = [tls, ...(roll(3) === 0 ? [fence] : []), ...(roll(10) === 0 ? [partner] : [])];
  const key = `arn:aws:kms:eu-west-1:${accountId}:key/${teams[index % teams.length] ?? ''}`;
  const fields = {
    policy: present(text(statements)),
    encryption: present({ algorithm: 'aws:kms', key, bucketKey: true }),
    ownership: present('BucketOwnerEnforced'),
    publicAccessBlock: present({
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    }),
  };
  return build('s3.bucket', fields, { id: s3(name), name }) as unknown as Resource;
}

function key(team: string): Resource {
  const id = `arn:aws:kms:eu-west-1:${accountId}:key/${team}`;
  const policy = text([
    {
      Sid: 'Root',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ]);
  const fields = {
    policy: present(policy),
    grants: present([]),
    manager: present('CUSTOMER'),
    keyState: present('Enabled'),
    aliases: present([]),
  };
  return build('kms.key', fields, { id, name: team }) as unknown as Resource;
}

const block = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

/** Names of its buckets are those of `bucketName`. */
export function reachAccount({
  roles,
  buckets,
}: {
  readonly roles: number;
  readonly buckets: number;
}): Account {
  const roll = dice(7);
  const resources: readonly Resource[] = [
    managed(boundaryArn, 'boundary', [
      { Effect: 'Allow', Action: ['s3:*', 'kms:*', 'logs:*'], Resource: '*' },
    ]),
    managed(readerArn, 'reader', [
      { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' },
    ]),
    ...Array.from({ length: roles }, (_, index) => role(index, roll)),
    ...Array.from({ length: buckets }, (_, index) => bucket(index, roll)),
    ...teams.map(key),
    build('s3.account', { publicAccessBlock: present(block) }) as unknown as Resource,
    build('organizations.account') as unknown as Resource,
  ];
  return openAccount(snapshotOf(resources), undeclared);
}
