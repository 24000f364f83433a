import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import {
  all,
  allow,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  federatedUser,
  grant,
  other,
  otherRole,
} from './build.ts';
import { otherRoot, own, role, root, user } from './build.ts';
import { page, type Case } from './case.ts';

// RestrictPublicBuckets, for every kind of caller, and the meaning of public, rule by rule.

const yes = 'allowed';
const no = 'implicitly-denied';
const on = { s3: { blockPublicAccess: { restrictPublicBuckets: true } } };
const off = { s3: { blockPublicAccess: { restrictPublicBuckets: false } } };
const trail = { service: 'cloudtrail.amazonaws.com' };
const forTrail = grant({ Service: trail.service });
const forOther = grant({ AWS: other });
/** The example of the page: a service, another account, and everybody. */
const three: CasePolicies = { identity: [all], resource: doc(forTrail, forOther, grant('*')) };
const two: CasePolicies = { identity: [all], resource: doc(forTrail, forOther) };
const none = {};

const callers: readonly CaseRow[] = [
  ['service', 'The service gets in', trail, three, yes, none, on],
  [
    'other-account',
    'The other account does not, though it is named',
    otherRole,
    three,
    no,
    none,
    on,
  ],
  ['other-root', 'Nor its root user', otherRoot, three, no, none, on],
  ['stranger', 'Nor a stranger', 'anonymous', three, no, none, on],
  [
    'other-service',
    'Another service does: everybody may',
    { service: 'x.amazonaws.com' },
    three,
    yes,
    none,
    on,
  ],
  ['own-user', 'Users of the owner do', user, three, yes, none, on],
  ['own-root', 'And its root user', root, three, yes, none, on],
  [
    'own-federated',
    'And its federated users',
    federatedUser,
    { session: [all], ...three },
    yes,
    none,
    on,
  ],
  [
    'other-account-again',
    'Without the public statement the other account does',
    otherRole,
    two,
    yes,
    none,
    on,
  ],
  ['stranger-again', 'And a stranger does not', 'anonymous', two, no, none, on],
  ['not-set', 'Where it is off, nobody is kept out', otherRole, three, yes, none, off],
  ['not-set-stranger', 'Not even strangers', 'anonymous', three, yes, none, off],
  [
    'list',
    'Listing is kept from others, too',
    otherRole,
    three,
    no,
    { action: 's3:ListBucket', resource: bucket },
    on,
  ],
  [
    'public-elsewhere',
    'A public statement about one folder makes all of the policy public',
    otherRole,
    {
      identity: [all],
      resource: doc(forOther, allow('s3:GetObject', `${bucket}/public/*`, { Principal: '*' })),
    },
    no,
    none,
    on,
  ],
  [
    'deny-is-no-grant',
    'A Deny of everybody is no grant',
    otherRole,
    {
      identity: [all],
      resource: doc(forOther, deny('s3:PutObject', `${bucket}/*`, { Principal: '*' })),
    },
    yes,
    none,
    on,
  ],
];

/** A statement, and whether it makes the policy public. */
type PublicRow = readonly [id: string, title: string, statement: JsonObject, isPublic: boolean];

function open(condition: JsonObject): JsonObject {
  return grant('*', { Condition: condition });
}

function like(key: string, value: string): JsonObject {
  return open({ StringLike: { [key]: value } });
}

function equal(key: string, ...values: readonly string[]): JsonObject {
  return open({ StringEquals: { [key]: values } });
}

const meaning: readonly PublicRow[] = [
  ['role', 'a role by name', grant({ AWS: role }), false],
  ['service-named', 'a service by name', grant({ Service: trail.service }), false],
  ['star-in-list', 'everybody in a list', grant({ AWS: [own, '*'] }), true],
  [
    'put-only',
    'everybody, for writing alone',
    allow('s3:PutObject', `${bucket}/*`, { Principal: '*' }),
    true,
  ],
  ['org', 'one organisation', equal('aws:PrincipalOrgID', 'o-ours'), false],
  ['org-two', 'two organisations', equal('aws:PrincipalOrgID', 'o-ours', 'o-theirs'), false],
  ['org-like', 'any organisation', like('aws:PrincipalOrgID', 'o-*'), true],
  ['org-variable', 'a policy variable', equal('aws:PrincipalOrgID', '${aws:PrincipalOrgID}'), true],
  [
    'source-arn',
    'one source',
    open({ ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${own}:jobs` } }),
    false,
  ],
  [
    'source-arn-any',
    'any source',
    open({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }),
    true,
  ],
  ['source-owner', 'one owner of the source', equal('aws:SourceOwner', own), false],
  ['source-account-like', 'accounts that begin so', like('aws:SourceAccount', '1111*'), true],
  ['vpce-two', 'two endpoints', equal('aws:SourceVpce', 'vpce-1', 'vpce-2'), false],
  [
    'vpce-one-wild',
    'an endpoint and any',
    open({ StringLike: { 'aws:SourceVpce': ['vpce-1', '*'] } }),
    true,
  ],
  ['user-id', 'one id', equal('aws:userid', 'AIDAEXAMPLEEXAMPLE12'), false],
  [
    'key',
    'one key',
    equal(
      's3:x-amz-server-side-encryption-aws-kms-key-id',
      'arn:aws:kms:eu-west-1:111122223333:key/k',
    ),
    false,
  ],
  ['point-account', 'access points of one account', equal('s3:DataAccessPointAccount', own), false],
  [
    'point-any',
    'any access point of one account',
    open({ ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:us-west-2:${own}:accesspoint/*` } }),
    false,
  ],
  [
    'point-any-account',
    'any access point of any account',
    open({ ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:us-west-2:*:accesspoint/*' } }),
    true,
  ],
  ['ip-8', 'a range of /8', open({ IpAddress: { 'aws:SourceIp': '8.0.0.0/8' } }), false],
  ['ip-7', 'one of /7', open({ IpAddress: { 'aws:SourceIp': '8.0.0.0/7' } }), true],
  [
    'ip6-32',
    'an IPv6 range of /32',
    open({ IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }),
    false,
  ],
  ['ip6-31', 'one of /31', open({ IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }), true],
  ['ip-private', 'a private range', open({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), false],
  [
    'ip-two',
    'a narrow and a wide range',
    open({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } }),
    true,
  ],
  [
    'tls-and-vpc',
    'a fixed value beside one that anybody meets',
    open({ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    false,
  ],
  ['referer', 'a key that is not in the list', equal('aws:Referer', 'https://example.com/'), true],
];

export const cases: readonly Case[] = [
  ...callers.map(casesOf('s3-restrict', 'A10.3', page.s3Public)),
  ...meaning
    .map(([id, title, statement, isPublic]): CaseRow => {
      const policies = { identity: [all], resource: doc(forOther, statement) };
      const text = `A grant to ${title} is ${isPublic ? '' : 'not '}public`;
      return [id, text, otherRole, policies, isPublic ? no : yes, none, on];
    })
    .map(casesOf('s3-public', 'A10.4', page.s3Public)),
];
