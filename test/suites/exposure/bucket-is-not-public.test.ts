import rule from '../../../suites/exposure/bucket-is-not-public.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
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
      name: 'a Deny may keep strangers out',
      resource: withPolicy(true, allow(), {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
      }),
      others: [s3Account(blockOf(false))],
      missing: ['bucket policy statement Open'],
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
