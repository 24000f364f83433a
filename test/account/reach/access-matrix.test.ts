import { expect } from 'chai';
import fc from 'fast-check';
import { openAccount } from '../../../src/account/open-account.ts';
import { accessMatrix } from '../../../src/account/reach/matrix/access-matrix.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { accountId, build, snapshotOf } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { key, keyArn } from '../../support/key.ts';
import { namedPolicy, policyOf } from '../../support/policy.ts';

// The matrix shares answers between buckets and roles; asked one by one, all of them must be the same.

const iam = `arn:aws:iam::${accountId}`;
const names = ['models', 'models-2', 'data'];
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

const resource = some([
  ...[
    '*',
    'arn:aws:s3:::models/*',
    'arn:aws:s3:::models*',
    'arn:aws:s3:::*-2/a/*',
    'arn:aws:s3:::?ata/*',
  ],
  ...[
    'arn:aws:s3:::models',
    'arn:aws:s3',
    'arn:*:s3:::data/*',
    'arn:aws:s3:::${aws:PrincipalTag/team}/*',
  ],
  ...['arn:aws:s3:::data/${aws:PrincipalTag/team}/*', 'arn:aws:s3:::models/models-2/*'],
]);

const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant<JsonObject>({}) },
  some<JsonObject>([
    { StringEquals: { 'aws:PrincipalTag/team': 'data' } },
    { ArnLike: { 'aws:PrincipalArn': `${iam}:role/a` } },
    { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    { Bool: { 'aws:SecureTransport': 'false' } },
    { StringEquals: { 's3:ExistingObjectTag/x': 'y' } },
  ]),
);

function statement(more: fc.Arbitrary<JsonObject>) {
  return fc
    .record({
      effect: some(['Allow', 'Allow', 'Deny']),
      action: some(['s3:GetObject', 's3:*', 's3:PutObject']),
      not: fc.integer({ min: 0, max: 6 }),
      resource,
      condition,
      more,
    })
    .map((one): JsonObject => ({
      Effect: one.effect,
      Action: one.action,
      [one.not === 0 ? 'NotResource' : 'Resource']: one.resource,
      Condition: one.condition,
      ...one.more,
    }));
}

const identity = fc.array(statement(fc.constant({})), { maxLength: 3 });
const principal = some<JsonObject>([
  { Principal: '*' },
  { Principal: { AWS: `${iam}:role/a` } },
  { Principal: { AWS: `${iam}:root` } },
  { NotPrincipal: { AWS: [`${iam}:role/a`, `${iam}:root`] } },
]);
const resourcePolicy = fc.array(statement(principal), { maxLength: 2 });
const decrypt: JsonObject = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };

const scene = fc.record({
  roles: fc.tuple(identity, identity),
  tags: fc.tuple(some(['data', 'models']), some(['data', 'x'])),
  bounded: fc.boolean(),
  decrypts: fc.boolean(),
  unread: fc.integer({ min: 0, max: 9 }),
  buckets: fc.tuple(resourcePolicy, resourcePolicy, resourcePolicy),
  encrypted: fc.boolean(),
  bucketKey: fc.boolean(),
  context: fc.boolean(),
});

type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function accountOf(one: Scene) {
  const boundary = `${iam}:policy/b`;
  const roles = one.roles.map((statements, at) => {
    const name = ['a', 'b'][at] ?? '';
    const inline = [namedPolicy('own', ...statements, ...(one.decrypts ? [decrypt] : []))];
    return build(
      'iam.role',
      {
        inlinePolicies: one.unread === at ? notCollected('denied') : present(inline),
        tags: present({ team: one.tags[at] ?? '' }),
        permissionsBoundary: one.bounded ? present(boundary) : absent,
        trustPolicy: present(policyOf()),
      },
      { id: `${iam}:role/${name}`, name },
    );
  });
  const encryption = one.encrypted
    ? present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: one.bucketKey })
    : absent;
  const buckets = names.map((name, at) => {
    const statements = one.buckets[at] ?? [];
    const policy = statements.length === 0 ? absent : present(policyOf(...statements));
    return bucket({ ownership: present('BucketOwnerEnforced'), policy, encryption }, name);
  });
  const viaObject = { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::models*' } };
  const keyPolicy = policyOf({
    ...decrypt,
    Principal: { AWS: `${iam}:root` },
    ...(one.context ? { Condition: viaObject } : {}),
  });
  const all = [
    build('organizations.account'),
    s3Account(blockOf(false)),
    build(
      'iam.policy',
      {
        document: present(
          policyOf({ Effect: 'Allow', Action: '*', Resource: ['arn:aws:s3:::*', 'arn:aws:kms:*'] }),
        ),
      },
      { id: boundary },
    ),
    key({ policy: present(keyPolicy), grants: present([]) }),
    ...roles,
    ...buckets,
  ];
  return openAccount(snapshotOf(all as unknown as readonly Resource[]), undeclared);
}

describe('The access matrix', () => {
  it('says of every cell what who-can says', () => {
    const seen = { yes: 0, no: 0, may: 0 };
    fc.assert(
      fc.property(scene, (one) => {
        const account = accountOf(one);
        for (const action of ['s3:GetObject', 's3:DeleteObject']) {
          const matrix = accessMatrix(account, action);
          matrix.buckets.forEach((arn, column) => {
            const { reaches } = account.whoCan({ action, resource: `${arn}/*` });
            const answers = new Map(reaches.map((reach) => [reach.subject.name, reach.answer.is]));
            matrix.subjects.forEach(({ name }, row) => {
              const is = matrix.is(row, column);
              seen[is] += 1;
              expect(is, `${name} ${action} ${arn}`).to.equal(answers.get(name) ?? 'no');
            });
          });
        }
      }),
      { numRuns: Number(process.env['LEASTWISE_CASES'] ?? 60) },
    );
    expect(Math.min(seen.yes, seen.no, seen.may)).to.be.above(10);
  }).timeout(600_000);
});
