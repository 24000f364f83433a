import { conditionCasesOf, type ConditionRow } from './build.ts';
import { page, type Case } from './case.ts';

// The examples of the page about condition operators, each on both sides of its edge.

const category = { StringEquals: { 'aws:PrincipalTag/job-category': 'iamuser-admin' } };
const atMostTen = { NumericLessThanEquals: { 's3:max-keys': '10' } };
const fresh = { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } };
const inTheClear = { Bool: { 'aws:SecureTransport': 'false' } };
const binary = { BinaryEquals: { 'x:Key': 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' } };
const fromRange = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
const fromEither = {
  IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:DB8:1234:5678::/64'] },
};
const finance = 'arn:aws:someservice:*:111122223333:finance/*';
const store =
  'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt';
const topic = 'arn:aws:sns:eu-west-1:123456789012:jobs';
const types = ['t1.*', 't2.*', 'm3.*'];
const small = { StringLike: { 'ec2:InstanceType': types } };
const smallIfAny = { StringLikeIfExists: { 'ec2:InstanceType': types } };
const longTerm = { Null: { 'aws:TokenIssueTime': 'true' } };
const wrongTag = { StringNotEqualsIfExists: { 'aws:RequestTag/project': 'ml' } };

const rows: readonly ConditionRow[] = [
  ['tag', 'the tag', category, { 'aws:PrincipalTag/job-category': 'iamuser-admin' }, true],
  [
    'tag-case',
    'another case',
    category,
    { 'aws:PrincipalTag/job-category': 'IAMUser-Admin' },
    false,
  ],
  ['tag-missing', 'no such tag', category, {}, false],
  ['max-keys-at', 'as many keys as may be', atMostTen, { 's3:max-keys': '10' }, true],
  ['max-keys-number', 'the same as a number', atMostTen, { 's3:max-keys': 10 }, true],
  ['max-keys-above', 'one more', atMostTen, { 's3:max-keys': '11' }, false],
  ['max-keys-digits', 'numbers are no text', atMostTen, { 's3:max-keys': '9' }, true],
  ['max-keys-missing', 'an operation without the key', atMostTen, {}, false],
  ['token-at', 'a token of that very second', fresh, issued('2020-01-01T00:00:01Z'), false],
  ['token-after', 'a token a second later', fresh, issued('2020-01-01T00:00:02Z'), true],
  ['token-before', 'a token before', fresh, issued('2019-12-31T23:59:59Z'), false],
  ['token-missing', 'access keys have no issue time', fresh, {}, false],
  ['clear', 'no TLS', inTheClear, { 'aws:SecureTransport': 'false' }, true],
  ['clear-boolean', 'no TLS, as a boolean', inTheClear, { 'aws:SecureTransport': false }, true],
  ['tls', 'TLS', inTheClear, { 'aws:SecureTransport': 'true' }, false],
  ['binary', 'the bytes', binary, { 'x:Key': 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' }, true],
  ['binary-other', 'other bytes', binary, { 'x:Key': 'QmluYXJ5VmFsdWVJbkJhc2U2NQ==' }, false],
  ['range-first', 'the first address', fromRange, from('203.0.113.0'), true],
  ['range-last', 'the last address', fromRange, from('203.0.113.255'), true],
  ['range-before', 'the address before', fromRange, from('203.0.112.255'), false],
  ['range-after', 'the address after', fromRange, from('203.0.114.0'), false],
  ['range-endpoint', 'through an endpoint no address is seen', fromRange, {}, false],
  ['either-four', 'one of two families', fromEither, from('203.0.113.7'), true],
  ['either-six', 'the other family', fromEither, from('2001:db8:1234:5678::7'), true],
  [
    'either-six-last',
    'its last address',
    fromEither,
    from('2001:db8:1234:5678:ffff:ffff:ffff:ffff'),
    true,
  ],
  ['either-six-after', 'the address after', fromEither, from('2001:db8:1234:5679::'), false],
  ['either-neither', 'neither', fromEither, from('198.51.100.1'), false],
  [
    'colons-string',
    'StringLike reaches over colons',
    { StringLike: { 'x:Key': finance } },
    { 'x:Key': store },
    true,
  ],
  ['colons-arn', 'ArnLike does not', { ArnLike: { 'x:Key': finance } }, { 'x:Key': store }, false],
  [
    'colons-equals',
    'nor does ArnEquals',
    { ArnEquals: { 'x:Key': finance } },
    { 'x:Key': store },
    false,
  ],
  [
    'colons-not',
    'so ArnNotLike holds',
    { ArnNotLike: { 'x:Key': finance } },
    { 'x:Key': store },
    true,
  ],
  [
    'topic',
    'for the topic',
    { ArnEquals: { 'aws:SourceArn': topic } },
    { 'aws:SourceArn': topic },
    true,
  ],
  ['topic-direct', 'for nobody', { ArnEquals: { 'aws:SourceArn': topic } }, {}, false],
  ['instance', 'an instance of the type', small, { 'ec2:InstanceType': 't2.micro' }, true],
  ['instance-image', 'what has no type', small, {}, false],
  [
    'instance-if-exists',
    'an instance, if there is one',
    smallIfAny,
    { 'ec2:InstanceType': 'm3.large' },
    true,
  ],
  [
    'instance-if-exists-big',
    'one of another type',
    smallIfAny,
    { 'ec2:InstanceType': 'p5.48xlarge' },
    false,
  ],
  ['instance-if-exists-image', 'what has no type passes', smallIfAny, {}, true],
  ['no-token', 'long-term keys', longTerm, {}, true],
  ['some-token', 'a session', longTerm, issued('2026-01-01T00:00:00Z'), false],
  ['tag-if-exists', 'negated IfExists holds for a missing tag', wrongTag, {}, true],
  ['tag-if-exists-right', 'the right tag', wrongTag, { 'aws:RequestTag/project': 'ml' }, false],
  ['tag-if-exists-wrong', 'a wrong tag', wrongTag, { 'aws:RequestTag/project': 'x' }, true],
];

function issued(time: string): ConditionRow[3] {
  return { 'aws:TokenIssueTime': time };
}

function from(address: string): ConditionRow[3] {
  return { 'aws:SourceIp': address };
}

export const cases: readonly Case[] = rows.flatMap(
  conditionCasesOf('documented', 'A5.3', page.operators),
);
