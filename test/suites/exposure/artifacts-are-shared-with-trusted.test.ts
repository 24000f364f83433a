import rule from '../../../suites/exposure/artifacts-are-shared-with-trusted.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
import { accountId, build, region } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { key, keyArn, keyId, keysDenied } from '../../support/key.ts';
import { organizationWith, ownOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = build('iam.account');
const partner = 'arn:aws:iam::444455556666:root';
const share = (Action: string, changes: JsonObject = {}): JsonObject => ({
  Sid: 'Share',
  Effect: 'Allow',
  Principal: { AWS: partner },
  Action,
  Resource: '*',
  ...changes,
});
const shared = (fields: Partial<Fields<'s3.bucket'>>, ...statements: readonly JsonObject[]) =>
  bucket({
    policy: present(policyOf(...statements)),
    policyStatus: present({ isPublic: false }),
    ...fields,
  });
const open = s3Account(blockOf(false));
const everybody = { Principal: '*' };
const pointId = `arn:aws:s3:${region}:${accountId}:accesspoint/readers`;
const point = (fields: Partial<Fields<'s3.access-point'>>) =>
  build(
    's3.access-point',
    { bucket: present('models'), publicAccessBlock: present(blockOf(true)), ...fields },
    { id: pointId, name: 'readers' },
  );
const groupId = `arn:aws:sagemaker:${region}:${accountId}:model-package-group/fraud`;
const group = (...statements: readonly JsonObject[]) =>
  build(
    'sagemaker.model-package-group',
    { policy: present(policyOf(...statements)) },
    { id: groupId, name: 'fraud' },
  );
const images = build(
  'ecr.repository',
  { policy: present(policyOf(share('ecr:BatchGetImage'))) },
  { name: 'train' },
);
const registry = build('ecr.registry', {
  policy: present(policyOf(share('ecr:ReplicateImage'))),
});
const toPartner = `lets-in:${partner}:Share`;

ruleCases(rule, {
  pass: [
    { name: 'nothing has a policy', resource, others: [open, bucket()] },
    {
      name: 'the account that is let in is trusted',
      resource,
      others: [
        open,
        shared({}, share('s3:GetObject')),
        key({ policy: present(policyOf(share('kms:Decrypt'))) }),
        group(share('sagemaker:DescribeModelPackage')),
      ],
      inputs: { trustedAccounts: ['444455556666'] },
    },
    {
      name: 'everybody of the own organisation is let in',
      resource,
      others: [
        open,
        organizationWith(),
        shared(
          {},
          share('s3:GetObject', {
            ...everybody,
            Condition: { StringEquals: { 'aws:PrincipalOrgID': ownOrganization } },
          }),
        ),
      ],
    },
    {
      name: 'block public access keeps everybody out',
      resource,
      others: [
        s3Account(blockOf(true)),
        shared({ policyStatus: present({ isPublic: true }) }, share('s3:GetObject', everybody)),
      ],
      note: 'only block public access keeps others out by the bucket policy of models',
    },
    {
      name: 'the resource control policies keep others out',
      resource,
      others: [
        open,
        organizationWith(
          share('s3:*', {
            ...{ Effect: 'Deny', ...everybody },
            Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ownOrganization } },
          }),
        ),
        shared({}, share('s3:GetObject')),
      ],
    },
    {
      name: 'the bucket that is shared holds no artifacts',
      resource,
      others: [open, bucket(), bucket({ policy: present(policyOf(share('s3:*'))) }, 'website')],
      inputs: { artifactBuckets: ['models'] },
    },
    {
      name: 'the key that is shared is not approved',
      resource,
      others: [
        key({ policy: present(policyOf(share('kms:*'))) }),
        key({ policy: present(policyOf()) }, { id: keyArn('other'), name: 'other' }),
      ],
      inputs: { approvedKeys: [keyArn('other')] },
    },
    {
      name: 'AWS manages the key that is shared',
      resource,
      others: [key({ manager: present('AWS'), policy: present(policyOf(share('kms:*'))) })],
    },
  ],
  fail: [
    {
      name: 'policies of every kind let in an account',
      resource,
      others: [
        open,
        shared({}, share('s3:GetObject')),
        point({ policy: present(policyOf(share('s3:GetObject'))) }),
        key({ policy: present(policyOf(share('kms:Decrypt'))) }),
        group(share('sagemaker:DescribeModelPackage')),
        images,
        registry,
      ],
      findings: [
        `arn:aws:s3:::models:${toPartner}`,
        `${pointId}:${toPartner}`,
        `arn:aws:kms:${region}:${accountId}:key/${keyId}:${toPartner}`,
        `${groupId}:${toPartner}`,
        `${images.id}:${toPartner}`,
        `${registry.id}:${toPartner}`,
      ],
    },
    {
      name: 'everybody gets in, and only another flag blocks public access',
      resource,
      others: [
        s3Account(blockOf(true, { restrictPublicBuckets: false })),
        shared({ policyStatus: present({ isPublic: true }) }, share('s3:*', everybody)),
      ],
      findings: ['arn:aws:s3:::models:everybody:Share'],
    },
    {
      name: 'a named account gets in, although the block is on: the policy is not public',
      resource,
      others: [s3Account(blockOf(true)), shared({}, share('s3:GetObject'))],
      findings: [`arn:aws:s3:::models:${toPartner}`],
    },
    {
      name: 'one finding is sure, though another list was cut',
      resource,
      others: [open, shared({}, share('s3:GetObject'))],
      universes: keysDenied,
      findings: [`arn:aws:s3:::models:${toPartner}`],
    },
  ],
  unknown: [
    {
      name: 'the list of keys was denied',
      resource,
      universes: keysDenied,
      missing: ['all kms.key in eu-west-1'],
    },
    {
      name: 'a policy could not be read',
      resource,
      others: [open, bucket({ policy: notCollected('denied') })],
      missing: ['the bucket policy of models'],
    },
    {
      name: 'AWS gave no key policy',
      resource,
      others: [key({ policy: absent })],
      missing: [`the key policy of ${keyId}`],
    },
    {
      name: 'it is not known who manages a key',
      resource,
      others: [key({ manager: notCollected('denied') })],
      missing: [`manager of arn:aws:kms:${region}:${accountId}:key/${keyId}`],
    },
    {
      name: 'the bucket of an access point was not read',
      resource,
      others: [point({ bucket: notCollected('denied') })],
      missing: [`bucket of ${pointId}`],
    },
    {
      name: 'whether block public access keeps others out was not read',
      resource,
      others: [
        shared(
          { policyStatus: present({ isPublic: true }), publicAccessBlock: notCollected('denied') },
          share('s3:GetObject', everybody),
        ),
        open,
      ],
      missing: ['the bucket policy of models'],
    },
    {
      name: 'a principal does not tell its account',
      resource,
      others: [open, shared({}, share('s3:GetObject', { Principal: { CanonicalUser: '79a5' } }))],
      missing: ['bucket policy of models statement Share for 79a5'],
    },
    {
      name: 'a declared bucket does not exist',
      resource,
      others: [open, bucket(), bucket({}, 'website')],
      inputs: { artifactBuckets: ['modles'] },
      missing: ['inputs.artifactBuckets'],
    },
  ],
});
