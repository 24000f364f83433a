import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest, CaseSettings } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  bucket,
  deny,
  doc,
  grant,
  nothing,
  object,
  other,
  otherRole,
  own,
  role,
  root,
} from './build.ts';
import { page, type Case } from './case.ts';

// S3: block public access at request time, object ownership and ACLs, access points.

const yes = 'allowed';
const no = 'implicitly-denied';
const restricted: CaseSettings = { s3: { blockPublicAccess: { restrictPublicBuckets: true } } };
const blockedAtPut: CaseSettings = {
  s3: { blockPublicAccess: { blockPublicPolicy: true, blockPublicAcls: true } },
};

type Row = readonly [
  id: string,
  title: string,
  line: string,
  cites: string,
  policies: CasePolicies,
  settings: CaseSettings,
  expect: Outcome,
  request?: Partial<CaseRequest>,
];

const anonymous = { principal: 'anonymous' };
const foreign = { principal: otherRole };
const service = { principal: { service: 'sagemaker.amazonaws.com' } };
const open = doc(grant('*'));
const openAndNamed = doc(grant('*'), grant({ AWS: otherRole }));
const named = doc(grant({ AWS: otherRole }));

function conditioned(condition: JsonObject): JsonObject {
  return doc(grant('*', { Condition: condition }));
}

const block: readonly Row[] = [
  [
    'open-unblocked',
    'A public policy without block',
    'A10.3',
    page.s3Public,
    { resource: open },
    {},
    yes,
    anonymous,
  ],
  [
    'open-restricted',
    'RestrictPublicBuckets keeps strangers out',
    'A10.3',
    page.s3Public,
    { resource: open },
    restricted,
    no,
    anonymous,
  ],
  [
    'open-restricted-foreign',
    'And other accounts',
    'A10.3',
    page.s3Public,
    { identity: [all], resource: open },
    restricted,
    no,
    foreign,
  ],
  [
    'open-restricted-named',
    'Even those that a statement of their own names',
    'A10.3',
    page.s3Public,
    { identity: [all], resource: openAndNamed },
    restricted,
    no,
    foreign,
  ],
  [
    'open-restricted-own',
    'But not the owner’s account',
    'A10.3',
    page.s3Public,
    { resource: open },
    restricted,
    yes,
    { principal: role },
  ],
  [
    'open-restricted-service',
    'Nor AWS services',
    'A10.3',
    page.s3Public,
    { resource: open },
    restricted,
    yes,
    service,
  ],
  [
    'named-restricted',
    'A policy that is not public is not restricted',
    'A10.3',
    page.s3Public,
    { identity: [all], resource: named },
    restricted,
    yes,
    foreign,
  ],
  [
    'put-time-flags',
    'The other two flags count when a policy is set, not here',
    'A10.3',
    page.s3Public,
    { resource: open },
    blockedAtPut,
    yes,
    anonymous,
  ],
];

type PublicRow = readonly [id: string, policy: JsonObject, isPublic: boolean];

/** Examples and rules of "The meaning of public". */
const meaning: readonly PublicRow[] = [
  ['star', open, true],
  ['aws-star', doc(grant({ AWS: '*' })), true],
  ['named-account', doc(grant({ AWS: other })), false],
  ['two-accounts', doc(grant({ AWS: [own, other] })), false],
  ['source-vpc', conditioned({ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }), false],
  ['source-vpc-like', conditioned({ StringLike: { 'aws:SourceVpc': 'vpc-*' } }), true],
  ['source-vpce', conditioned({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }), false],
  [
    'organisation',
    conditioned({ StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
    false,
  ],
  ['source-account', conditioned({ StringEquals: { 'aws:SourceAccount': own } }), false],
  ['source-ip', conditioned({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), false],
  ['source-ip-wide', conditioned({ IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }), true],
  ['tls-only', conditioned({ Bool: { 'aws:SecureTransport': 'true' } }), true],
  ['not-equals', conditioned({ StringNotEquals: { 'aws:SourceVpc': 'vpc-91237329' } }), true],
  ['facebook', doc(grant({ Federated: 'graph.facebook.com' })), true],
  ['not-principal', doc(allow('s3:*', '*', { NotPrincipal: { AWS: own } })), true],
];

const wide: readonly Row[] = meaning.map(([id, policy, isPublic]) => [
  `meaning-${id}`,
  `The policy is ${isPublic ? '' : 'not '}public, so a foreign role ${isPublic ? 'loses' : 'keeps'} its own grant`,
  'A10.4',
  page.s3Public,
  { identity: [all], resource: doc(...statements(policy), grant({ AWS: otherRole })) },
  restricted,
  isPublic ? no : yes,
  foreign,
]);

function statements(policy: JsonObject): readonly JsonObject[] {
  return policy['Statement'] as readonly JsonObject[];
}

const groups = 'http://acs.amazonaws.com/groups/global/';

function acl(grantee: string, permission: string): JsonObject {
  return { owner: 'o', grants: [{ grantee, permission, type: 'Group' }] };
}

function acls(ownership: string, more: JsonObject): CaseSettings {
  return { s3: { ownership, ...more } };
}

const everyoneReads = acl(`${groups}AllUsers`, 'READ');
const list = { action: 's3:ListBucket', resource: bucket };

const lists: readonly Row[] = [
  [
    'acl-object-read',
    'An object ACL lets everyone read',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { objectAcl: everyoneReads }),
    yes,
    anonymous,
  ],
  [
    'acl-enforced',
    'ACLs count for nothing under BucketOwnerEnforced',
    'A10.2',
    page.s3Ownership,
    {},
    acls('BucketOwnerEnforced', { objectAcl: everyoneReads }),
    no,
    anonymous,
  ],
  [
    'acl-default',
    'Which is the default',
    'A10.2',
    page.s3Ownership,
    {},
    { s3: { objectAcl: everyoneReads } },
    no,
    anonymous,
  ],
  [
    'acl-ignored',
    'IgnorePublicAcls takes them away',
    'A10.3',
    page.s3Public,
    {},
    acls('ObjectWriter', {
      objectAcl: everyoneReads,
      blockPublicAccess: { ignorePublicAcls: true },
    }),
    no,
    anonymous,
  ],
  [
    'acl-bucket-is-not-object',
    'READ on the bucket is listing, not reading',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { bucketAcl: everyoneReads }),
    no,
    anonymous,
  ],
  [
    'acl-bucket-list',
    'READ on the bucket lets everyone list',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { bucketAcl: everyoneReads }),
    yes,
    { ...anonymous, ...list },
  ],
  [
    'acl-write',
    'WRITE on the bucket lets everyone write',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { bucketAcl: acl(`${groups}AllUsers`, 'WRITE') }),
    yes,
    { ...anonymous, action: 's3:PutObject' },
  ],
  [
    'acl-read-is-not-write',
    'READ does not',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { bucketAcl: everyoneReads }),
    no,
    { ...anonymous, action: 's3:PutObject' },
  ],
  [
    'acl-full-control',
    'FULL_CONTROL is everything',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { objectAcl: acl(`${groups}AllUsers`, 'FULL_CONTROL') }),
    yes,
    anonymous,
  ],
  [
    'acl-read-acp',
    'READ_ACP lets everyone read the ACL',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { objectAcl: acl(`${groups}AllUsers`, 'READ_ACP') }),
    yes,
    { ...anonymous, action: 's3:GetObjectAcl' },
  ],
  [
    'acl-authenticated-anonymous',
    'AuthenticatedUsers are no strangers',
    'A10.2',
    page.s3Acl,
    {},
    acls('ObjectWriter', { objectAcl: acl(`${groups}AuthenticatedUsers`, 'READ') }),
    no,
    anonymous,
  ],
  [
    'acl-authenticated-foreign',
    'But users of any account',
    'A10.2',
    page.s3Acl,
    { identity: [all] },
    acls('ObjectWriter', { objectAcl: acl(`${groups}AuthenticatedUsers`, 'READ') }),
    yes,
    foreign,
  ],
  [
    'acl-deny-wins',
    'A Deny of the bucket policy wins over an ACL',
    'A10.2',
    page.s3Object,
    { resource: doc(deny('s3:*', `${bucket}/*`, { Principal: '*' })) },
    acls('ObjectWriter', { objectAcl: everyoneReads }),
    'explicitly-denied',
    anonymous,
  ],
  [
    'foreign-object',
    'The bucket policy cannot allow access to an object of another account',
    'A10.2',
    page.s3Object,
    { resource: open },
    acls('ObjectWriter', { objectOwner: other }),
    no,
    anonymous,
  ],
  [
    'foreign-object-deny',
    'But deny it',
    'A10.2',
    page.s3Object,
    { resource: doc(deny('s3:*', `${bucket}/*`, { Principal: '*' })) },
    acls('ObjectWriter', { objectOwner: other, objectAcl: everyoneReads }),
    'explicitly-denied',
    anonymous,
  ],
  [
    'foreign-object-enforced',
    'Under BucketOwnerEnforced every object is the bucket owner’s',
    'A10.2',
    page.s3Ownership,
    { resource: open },
    acls('BucketOwnerEnforced', { objectOwner: other }),
    yes,
    anonymous,
  ],
];

const recovery = doc(deny('s3:*', [bucket, `${bucket}/*`], { Principal: '*' }));

const roots: readonly Row[] = [
  [
    'root-recovery',
    'The root user can always take a bucket policy away',
    'A10.1',
    page.s3RootRecovery,
    { resource: recovery },
    {},
    yes,
    { principal: root, action: 's3:DeleteBucketPolicy', resource: bucket },
  ],
  [
    'root-recovery-put',
    'And replace it',
    'A10.1',
    page.s3RootRecovery,
    { resource: recovery },
    {},
    yes,
    { principal: root, action: 's3:PutBucketPolicy', resource: bucket },
  ],
  [
    'root-recovery-only',
    'But nothing else',
    'A10.1',
    page.s3RootRecovery,
    { resource: recovery },
    {},
    'explicitly-denied',
    { principal: root, action: 's3:ListBucket', resource: bucket },
  ],
  [
    'root-recovery-scp',
    'Policies of the organisation can keep it from that',
    'A10.1',
    page.s3RootRecovery,
    { resource: recovery, scp: [[nothing]] },
    {},
    no,
    { principal: root, action: 's3:DeleteBucketPolicy', resource: bucket },
  ],
];

const point = `arn:aws:s3:eu-west-1:${own}:accesspoint/team`;
const through = { resource: `${point}/object/a.tar.gz` };
const pointPolicy = (principal: JsonValue): JsonObject =>
  doc(allow('s3:GetObject', `${point}/object/*`, { Principal: principal }));

function behind(policy?: JsonObject): CaseSettings {
  return { s3: { bucketBehind: { arn: bucket, ...(policy && { policy }) } } };
}

const delegating = doc(
  allow('*', [bucket, `${bucket}/*`], {
    Principal: '*',
    Condition: { StringEquals: { 's3:DataAccessPointAccount': own } },
  }),
);

const points: readonly Row[] = [
  [
    'point-delegated',
    'The bucket leaves it to access points of its account',
    'A10.1',
    page.s3AccessPoint,
    { identity: [all], resource: pointPolicy({ AWS: otherRole }) },
    behind(delegating),
    yes,
    { ...foreign, ...through },
  ],
  [
    'point-without-bucket',
    'The access point alone does not suffice',
    'A10.1',
    page.s3AccessPoint,
    { identity: [all], resource: pointPolicy({ AWS: otherRole }) },
    behind(),
    no,
    { ...foreign, ...through },
  ],
  [
    'point-other-account',
    'The bucket leaves it to access points of another account',
    'A10.1',
    page.s3AccessPoint,
    { identity: [all], resource: pointPolicy({ AWS: otherRole }) },
    behind(
      doc(
        allow('*', '*', {
          Principal: '*',
          Condition: { StringEquals: { 's3:DataAccessPointAccount': other } },
        }),
      ),
    ),
    no,
    { ...foreign, ...through },
  ],
  [
    'bucket-without-point',
    'The bucket alone does not suffice',
    'A10.1',
    page.s3AccessPoint,
    { identity: [all], resource: pointPolicy({ AWS: `${otherRole}2` }) },
    behind(delegating),
    no,
    { ...foreign, ...through },
  ],
  [
    'point-bucket-denies',
    'A Deny of the bucket policy wins',
    'A10.1',
    page.s3AccessPoint,
    { identity: [all], resource: pointPolicy({ AWS: otherRole }) },
    behind(doc(...statements(delegating), deny('s3:*', `${bucket}/*`, { Principal: '*' }))),
    'explicitly-denied',
    { ...foreign, ...through },
  ],
  [
    'point-own-account',
    'In the owner’s account the caller’s own Allow suffices',
    'A10.1',
    page.s3AccessPoint,
    { identity: [doc(allow('s3:GetObject', `${point}/object/*`))] },
    behind(),
    yes,
    { principal: role, ...through },
  ],
];

export const cases: readonly Case[] = [...block, ...wide, ...lists, ...roots, ...points].map(
  ([id, title, line, cites, policies, settings, expect, request]) => ({
    id: `s3-${id}`,
    title,
    line,
    cites,
    request: {
      principal: role,
      action: 's3:GetObject',
      resource: object,
      resourceAccount: own,
      ...request,
    },
    policies,
    settings,
    expect,
  }),
);
