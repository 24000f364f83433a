import fc from 'fast-check';
import type { Account } from '../../src/account/account.ts';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { absent, notCollected, present, type Observed } from '../../src/model/observed.ts';
import type { PolicyText } from '../../src/model/policy.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import { accountId, build, snapshotOf } from './build.ts';
import {
  bucketStatement,
  identityStatement,
  keyStatement,
  organizationStatement,
  pointArn,
  pointStatement,
  scoreArn,
  sessionArn,
  trustStatement,
  trainArn,
} from './arbitrary-account-statement.ts';
import { blockOf, bucket, s3Account } from './bucket.ts';
import { key, keyArn } from './key.ts';
import { namedPolicy, policyOf } from './policy.ts';

// Whole small accounts: a role and a user with all that may limit them, a bucket with its key and an
// access point, and an organisation above.

const iam = `arn:aws:iam::${accountId}`;
const linkedArn = `${iam}:role/aws-service-role/sagemaker.amazonaws.com/train`;

/** Mostly read; now and then it was not. */
function observed<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Observed<T>> {
  return fc.oneof(
    { weight: 60, arbitrary: value.map((one) => present(one)) },
    { weight: 1, arbitrary: fc.constant(notCollected('denied')) },
  );
}

function maybePresent<T>(value: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<Observed<T>> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(absent) },
    { weight, arbitrary: observed(value) },
  );
}

function policy(statement: fc.Arbitrary<JsonObject>, maxLength = 3): fc.Arbitrary<PolicyText> {
  return fc.array(statement, { minLength: 1, maxLength }).map((all) => policyOf(...all));
}

const tags = fc.constantFrom<Record<string, string>>({}, { team: 'fraud' }, { team: 'nlp' });

const role = fc
  .record({
    inline: observed(fc.array(identityStatement, { maxLength: 3 })),
    boundary: maybePresent(policy(identityStatement, 2)),
    trust: observed(policy(trustStatement, 2)),
    tags: observed(tags),
    others: observed(tags),
    uniqueId: observed(fc.constant('AROATRAIN')),
    linked: fc.integer({ min: 0, max: 15 }).map((one) => one === 0),
    free: fc.boolean(),
  })
  .map(({ inline, boundary, trust, tags: own, uniqueId, linked, others, free }) => {
    const fields = {
      inlinePolicies: mapped(inline, (all) => [namedPolicy('own', ...all)]),
      permissionsBoundary: mapped(boundary, () => `${iam}:policy/boundary`),
      trustPolicy: trust,
    };
    const train = { id: linked ? linkedArn : trainArn, name: 'train' };
    return [
      build('iam.role', { ...fields, tags: own, uniqueId }, train),
      // The same policies, and other tags; perhaps no boundary.
      build(
        'iam.role',
        {
          ...fields,
          ...(free && { permissionsBoundary: absent }),
          ...{ tags: others, uniqueId: present('AROASCORE') },
        },
        { id: scoreArn, name: 'score' },
      ),
      ...boundaryPolicy(boundary),
    ];
  });

function boundaryPolicy(boundary: Observed<PolicyText>): readonly unknown[] {
  if (boundary.state !== 'present') return [];
  return [build('iam.policy', { document: boundary }, { id: `${iam}:policy/boundary` })];
}

function mapped<T, U>(observedValue: Observed<T>, make: (value: T) => U): Observed<U> {
  return observedValue.state === 'present' ? present(make(observedValue.value)) : observedValue;
}

const user = fc
  .record({
    inline: fc.array(identityStatement, { maxLength: 1 }),
    ofGroup: fc.array(identityStatement, { maxLength: 2 }),
    tags: observed(tags),
  })
  .map(({ inline, ofGroup, tags: own }) => [
    build(
      'iam.user',
      {
        inlinePolicies: present([namedPolicy('own', ...inline)]),
        groups: present(['team']),
        uniqueId: present('AIDAADA'),
        tags: own,
      },
      { id: `${iam}:user/ada`, name: 'ada' },
    ),
    build(
      'iam.group',
      { inlinePolicies: present([namedPolicy('group', ...ofGroup)]) },
      { id: `${iam}:group/team`, name: 'team' },
    ),
  ]);

const encryption = fc.constantFrom(
  present({ algorithm: 'AES256', key: null, bucketKey: false }),
  present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: false }),
  present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: true }),
  absent,
);

const groups = 'http://acs.amazonaws.com/groups/global/';
const acl = fc
  .constantFrom('me', 'somebody', `${groups}AllUsers`, `${groups}AuthenticatedUsers`)
  .map((grantee) => ({
    owner: 'me',
    grants: [{ grantee, type: 'CanonicalUser', permission: 'READ' }],
  }));

const models = fc
  .record({
    policy: maybePresent(policy(bucketStatement), 9),
    encryption,
    ownership: fc.constantFrom('BucketOwnerEnforced', 'BucketOwnerEnforced', 'ObjectWriter'),
    acl: observed(acl),
    abac: fc.constantFrom('Enabled', 'Disabled', 'Disabled'),
    tags: observed(tags),
    restricted: fc.boolean(),
  })
  .map(({ policy: own, ownership, abac, restricted, ...rest }) => [
    bucket({
      ...rest,
      policy: own,
      ownership: present(ownership),
      abac: present(abac),
      publicAccessBlock: present(blockOf(false, { restrictPublicBuckets: restricted })),
    }),
    bucket({ ownership: present('BucketOwnerEnforced') }, 'other'),
  ]);

const grant = fc
  .record({
    grantee: fc.constantFrom(
      ...[trainArn, `${iam}:user/ada`, `${iam}:root`, sessionArn],
      ...['arn:aws:iam::444455556666:root', 'arn:aws:iam::444455556666:role/reader'],
      'sagemaker.amazonaws.com',
    ),
    operations: fc.constantFrom(['Decrypt'], ['GenerateDataKey'], ['Decrypt', 'RetireGrant']),
    subset: fc.constantFrom(null, null, { 'aws:s3:arn': 'arn:aws:s3:::models/a/x' }),
  })
  .map(({ grantee, operations, subset }) => ({
    ...{ id: 'g', grantee, retiring: null, issuer: null, operations },
    ...{ encryptionContextEquals: null, encryptionContextSubset: subset },
  }));

const kmsKey = fc
  .record({
    policy: policy(keyStatement),
    grants: observed(fc.oneof(fc.constant([]), fc.constant([]), fc.array(grant, { maxLength: 1 }))),
    tags: observed(tags),
  })
  .map(({ policy: own, ...rest }) => [key({ ...rest, policy: present(own) })]);

const points = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: maybePresent(policy(pointStatement, 2), 9).map((own) => [
      build(
        's3.access-point',
        { bucket: present('models'), policy: own, networkOrigin: present('Internet') },
        { id: pointArn, name: 'partners' },
      ),
    ]),
  },
);

const full = namedPolicy('full', { Effect: 'Allow', Action: '*', Resource: '*' });

function levels(statements: readonly JsonObject[]) {
  return present([
    { target: 'r-1', policies: [full, namedPolicy('limits', ...statements)] },
    { target: accountId, policies: [full] },
  ]);
}

const organization = fc.oneof(
  { weight: 4, arbitrary: fc.constant([build('organizations.account')]) },
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        scp: fc.array(organizationStatement, { maxLength: 2 }),
        rcp: fc.array(organizationStatement.map(forAll), { maxLength: 2 }),
        management: fc.constantFrom('999999999999', '999999999999', accountId),
      })
      .map(({ scp, rcp, management }) => [
        build('organizations.account', {
          organization: present({ id: 'o-ours', managementAccount: management, featureSet: 'ALL' }),
          path: present(['r-1', 'ou-1', accountId]),
          serviceControlPolicies: levels(scp),
          resourceControlPolicies: levels(rcp),
        }),
      ]),
  },
);

function forAll(statement: JsonObject): JsonObject {
  return { ...statement, Principal: '*' };
}

/** The parts of an account, as fast-check can print and shrink them. */
export const accountParts: fc.Arbitrary<readonly unknown[]> = fc
  .tuple(role, user, models, kmsKey, points, organization)
  .map((parts) => renamed([s3Account(blockOf(false)), ...parts.flat()]));

/** Policies name the role by its whole ARN. */
function renamed(parts: readonly unknown[]): readonly unknown[] {
  const text = JSON.stringify(parts);
  if (!text.includes(linkedArn)) return parts;
  return JSON.parse(text.replaceAll(trainArn, linkedArn)) as readonly unknown[];
}

export function accountOf(parts: readonly unknown[]): Account {
  // Builders give Identity and Fields of one kind.
  return openAccount(snapshotOf(parts as readonly Resource[]), undeclared);
}
