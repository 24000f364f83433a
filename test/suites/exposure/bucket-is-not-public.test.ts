import rule from '../../../suites/exposure/bucket-is-not-public.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
import { build } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const allow = (changes: JsonObject = {}): JsonObject => ({
  Sid: 'Open',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::models/*',
  ...changes,
});
const owner = { grantee: 'owner', type: 'CanonicalUser', permission: 'FULL_CONTROL' };
const acl = present({ owner: 'owner', grants: [owner] });
const withPolicy = (isPublic: boolean, ...statements: readonly JsonObject[]) =>
  bucket({
    acl,
    policy: present(policyOf(...statements)),
    policyStatus: present({ isPublic }),
  });
const withAcl = (permission: string, fields: Partial<Fields<'s3.bucket'>> = {}) =>
  bucket({
    acl: present({
      owner: 'owner',
      grants: [
        owner,
        { grantee: 'http://acs.amazonaws.com/groups/global/AllUsers', type: 'Group', permission },
      ],
    }),
    ...fields,
  });
const open = [s3Account(blockOf(false))];
const closed = [s3Account(blockOf(true))];
const inOrganization = { StringEquals: { 'aws:PrincipalOrgID': 'o-abcde12345' } };
const ourOrganization = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcde12345' } };
const notServices = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
const deny = (Condition: JsonObject, changes: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
  Condition,
  ...changes,
});
const underRcp = (...statements: readonly JsonObject[]) =>
  build('organizations.account', {
    organization: present({
      id: 'o-abcde12345',
      managementAccount: '222200001111',
      featureSet: 'ALL',
    }),
    path: present(['r-ab12', '111122223333']),
    resourceControlPolicies: present([
      {
        target: 'r-ab12',
        policies: [
          {
            name: 'perimeter',
            ...policyOf(
              { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
              ...statements,
            ),
          },
        ],
      },
    ]),
  });
const byDeny = 'only a Deny holds back statement Open of the bucket policy; remove it';
const objectAcls = 'single objects can still be public by their own ACLs, which are not read';

ruleCases(rule, {
  pass: [
    {
      name: 'there is neither policy nor public ACL',
      resource: bucket({ acl }),
      others: open,
      note: objectAcls,
    },
    {
      name: 'public ACLs of objects are ignored',
      resource: bucket({ acl }),
      others: [s3Account(blockOf(false, { ignorePublicAcls: true }))],
    },
    {
      name: 'everybody is bound to the organisation',
      resource: withPolicy(false, allow({ Condition: inOrganization })),
      others: open,
      note: objectAcls,
    },
    {
      name: 'the account restricts a public policy',
      resource: withPolicy(true, allow()),
      others: closed,
      note: 'only block public access holds back a public bucket policy; remove it',
    },
    {
      name: 'the bucket itself restricts a public policy',
      resource: {
        ...withPolicy(true, allow()),
        publicAccessBlock: present(blockOf(false, { restrictPublicBuckets: true })),
      },
      others: open,
      note: `only block public access holds back a public bucket policy; remove it; ${objectAcls}`,
    },
    {
      name: 'a Deny keeps out whoever does not come through one endpoint',
      resource: withPolicy(
        true,
        allow(),
        deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
      ),
      others: [s3Account(blockOf(false, { ignorePublicAcls: true }))],
      note: byDeny,
    },
    {
      name: 'a Deny keeps out all but the organisation and AWS services',
      resource: withPolicy(true, allow(), deny({ ...ourOrganization, ...notServices })),
      others: [s3Account(blockOf(false, { ignorePublicAcls: true }))],
      note: byDeny,
    },
    {
      name: 'a resource control policy of the organisation keeps strangers out',
      resource: withPolicy(true, allow()),
      others: [
        s3Account(blockOf(false, { ignorePublicAcls: true })),
        underRcp(deny({ ...ourOrganization, ...notServices }, { Resource: '*' })),
      ],
      note: byDeny,
    },
    {
      name: 'a Deny keeps strangers from a public ACL',
      resource: {
        ...withAcl('READ', { policyStatus: present({ isPublic: false }) }),
        policy: present(policyOf(deny(ourOrganization))),
      },
      others: open,
      note: `only a Deny holds back READ for AllUsers in the ACL; remove it; ${objectAcls}`,
    },
    {
      name: 'the account ignores a public ACL',
      resource: withAcl('READ'),
      others: closed,
      note: 'only block public access holds back a public ACL; remove it',
    },
    {
      name: 'ACLs are switched off',
      resource: withAcl('READ', { ownership: present('BucketOwnerEnforced') }),
      others: open,
    },
  ],
  fail: [
    {
      name: 'everybody may read',
      resource: withPolicy(true, allow()),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'everybody may read and write',
      resource: withPolicy(true, allow({ Action: 's3:*' })),
      others: open,
      findings: ['policy-read:Open', 'policy-write:Open'],
    },
    {
      name: 'everybody may write and the statement has no Sid',
      resource: withPolicy(true, allow({ Sid: '', Action: ['s3:Put*'] })),
      others: open,
      findings: ['policy-write:#0'],
    },
    {
      name: 'all but one account may read',
      resource: withPolicy(true, {
        Sid: 'AllBut',
        Effect: 'Allow',
        NotPrincipal: { AWS: 'arn:aws:iam::999988887777:root' },
        Action: 's3:GetObject',
        Resource: '*',
      }),
      others: open,
      findings: ['policy-read:AllBut'],
    },
    {
      name: 'the condition holds for callers without the key',
      resource: withPolicy(
        true,
        allow({ Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } } }),
      ),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'the only condition asks for HTTPS',
      resource: withPolicy(true, allow({ Condition: { Bool: { 'aws:SecureTransport': true } } })),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'a Deny of plain HTTP stands beside the grant',
      resource: withPolicy(true, allow(), {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': false } },
      }),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'any address will do',
      resource: withPolicy(
        true,
        allow({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '0.0.0.0/0'] } } }),
      ),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'a Deny for strangers is for the bucket, not for its objects',
      resource: withPolicy(
        true,
        allow(),
        deny(ourOrganization, { Resource: 'arn:aws:s3:::models' }),
      ),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'a Deny for strangers spares callers without credentials',
      resource: withPolicy(
        true,
        allow(),
        deny({ ...ourOrganization, Bool: { 'aws:PrincipalIsAWSService': 'false' } }),
      ),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'a Deny for strangers holds only for callers with the key',
      resource: withPolicy(true, allow(), deny({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } })),
      others: open,
      findings: ['policy-read:Open'],
    },
    {
      name: 'a resource control policy is about other buckets',
      resource: withPolicy(true, allow()),
      others: [...open, underRcp(deny(ourOrganization, { Resource: 'arn:aws:s3:::data-*' }))],
      findings: ['policy-read:Open'],
    },
    {
      name: 'AWS calls public what we do not',
      resource: withPolicy(true, allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
      others: open,
      findings: ['policy-status'],
    },
    {
      name: 'AWS calls public what we do not understand',
      resource: withPolicy(true, allow({ Condition: { StringEquals: { 'new:Key': 'x' } } })),
      others: open,
      findings: ['policy-status'],
    },
    {
      name: 'we call public what AWS does not, so that nothing restricts it',
      resource: withPolicy(false, allow()),
      others: closed,
      findings: ['policy-read:Open'],
    },
    {
      name: 'only the other flags are set',
      resource: withPolicy(true, allow()),
      others: [s3Account(blockOf(true, { restrictPublicBuckets: false }))],
      findings: ['policy-read:Open'],
    },
    {
      name: 'the ACL lets everybody read',
      resource: withAcl('READ'),
      others: open,
      findings: ['acl-read:AllUsers:READ'],
    },
    {
      name: 'the ACL lets everybody do all',
      resource: withAcl('FULL_CONTROL', { ownership: present('ObjectWriter') }),
      others: open,
      findings: ['acl-read:AllUsers:FULL_CONTROL', 'acl-write:AllUsers:FULL_CONTROL'],
    },
  ],
  unknown: [
    {
      name: 'a condition is not understood',
      resource: withPolicy(false, allow({ Condition: { StringEquals: { 'new:Key': 'x' } } })),
      others: open,
      missing: ['bucket policy statement Open'],
    },
    {
      name: 'a Deny spares calls through AWS services',
      resource: withPolicy(
        true,
        allow(),
        deny({ ...ourOrganization, BoolIfExists: { 'aws:ViaAWSService': 'false' } }),
      ),
      others: open,
      missing: ['bucket policy statement Open'],
    },
    {
      name: 'a Deny keeps out one half of all addresses',
      resource: withPolicy(true, allow(), deny({ NotIpAddress: { 'aws:SourceIp': '0.0.0.0/1' } })),
      others: open,
      missing: ['bucket policy statement Open'],
    },
    {
      name: 'a Deny may keep strangers from a public ACL',
      resource: {
        ...withAcl('READ', { policyStatus: present({ isPublic: false }) }),
        policy: present(policyOf(deny({ StringNotLike: { 'aws:PrincipalAccount': '1*' } }))),
      },
      others: open,
      missing: ['READ for AllUsers in the ACL'],
    },
    {
      name: 'a statement has an odd effect',
      resource: withPolicy(false, allow({ Effect: 'allow' })),
      others: open,
      missing: ['bucket policy at /Statement/0/Effect'],
    },
    {
      name: 'AWS gives a policy but no status',
      resource: bucket({ acl, policy: present(policyOf(allow({ Condition: inOrganization }))) }),
      others: open,
      missing: ['policyStatus'],
    },
    {
      name: 'the account-wide block is not in the snapshot',
      resource: bucket(),
      missing: ['publicAccessBlock of the account'],
    },
    {
      name: 'AWS gives no ACL and ACLs are not switched off',
      resource: bucket(),
      others: open,
      missing: ['acl'],
    },
    {
      name: 'the policy could not be read',
      resource: bucket({ policy: notCollected('denied') }),
      others: open,
      missing: ['policy'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: bucket({}, 'website'),
      others: [...open, bucket({}, 'models')],
      inputs: { artifactBuckets: ['models'] },
    },
  ],
});
