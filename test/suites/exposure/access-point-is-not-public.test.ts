import rule from '../../../suites/exposure/access-point-is-not-public.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
import { accountId, build, region } from '../../support/build.ts';
import { blockOf, bucket } from '../../support/bucket.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const id = `arn:aws:s3:${region}:${accountId}:accesspoint/readers`;
const point = (fields: Partial<Fields<'s3.access-point'>> = {}) =>
  build(
    's3.access-point',
    {
      bucket: present('models'),
      networkOrigin: present('Internet'),
      publicAccessBlock: present(blockOf(true)),
      ...fields,
    },
    { id, name: 'readers' },
  );
const allow = (changes: JsonObject = {}): JsonObject => ({
  Sid: 'Open',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${id}/object/*`,
  ...changes,
});
const withPolicy = (isPublic: boolean, ...statements: readonly JsonObject[]) =>
  point({ policy: present(policyOf(...statements)), policyStatus: present({ isPublic }) });
const named = { Principal: { AWS: `arn:aws:iam::${accountId}:role/training` } };

ruleCases(rule, {
  pass: [
    { name: 'all is blocked and there is no policy', resource: point() },
    { name: 'the policy names a role', resource: withPolicy(false, allow(named)) },
    {
      name: 'everybody is bound to the account',
      resource: withPolicy(
        false,
        allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': accountId } } }),
      ),
    },
    {
      name: 'everybody gets in from one VPC alone',
      resource: { ...withPolicy(false, allow()), networkOrigin: present('VPC') },
    },
  ],
  fail: [
    {
      name: 'two flags are off',
      resource: point({
        publicAccessBlock: present(
          blockOf(true, { blockPublicPolicy: false, restrictPublicBuckets: false }),
        ),
      }),
      findings: ['blockPublicPolicy', 'restrictPublicBuckets'],
    },
    {
      name: 'there is no block',
      resource: point({ publicAccessBlock: absent }),
      findings: [
        'blockPublicAcls',
        'ignorePublicAcls',
        'blockPublicPolicy',
        'restrictPublicBuckets',
      ],
    },
    {
      name: 'everybody may read, though the block holds it back',
      resource: withPolicy(true, allow()),
      findings: ['everybody:Open', 'policy-status'],
    },
    {
      name: 'AWS does not call public what lets everybody in',
      resource: withPolicy(false, allow()),
      findings: ['everybody:Open'],
    },
    {
      name: 'AWS calls public what we do not',
      resource: withPolicy(true, allow(named)),
      findings: ['policy-status'],
    },
  ],
  unknown: [
    {
      name: 'a condition is about a key that nobody knows',
      resource: withPolicy(false, allow({ Condition: { StringEquals: { 'new:Key': 'x' } } })),
      missing: ['access point policy statement Open for *'],
    },
    {
      name: 'AWS gives a policy but no status',
      resource: point({ policy: present(policyOf(allow(named))) }),
      missing: ['policyStatus'],
    },
  ],
  notApplicable: [
    {
      name: 'its bucket holds no artifacts',
      resource: point({ bucket: present('website') }),
      others: [bucket({}, 'website'), bucket()],
      inputs: { artifactBuckets: ['models'] },
    },
  ],
});
