import { expect } from 'chai';
import { decideCase } from '../../src/decide/decide-case.ts';
import {
  checkAccessNotGranted,
  checkNoNewAccess,
  checkNoPublicAccess,
} from '../../src/reach/check-case.ts';
import { allow, deny, doc, other, own } from '../case/decide/build.ts';

const b = 'arn:aws:s3:::b/*';
const variable = 'arn:aws:s3:::b/${aws:username}/*';
const everyone = { Principal: '*' };
const ofOwnAccount = {
  Condition: { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } },
};

const newAccess: readonly (readonly [
  title: string,
  fresh: object,
  existing: object,
  result: string,
])[] = [
  ['the same', doc(allow('s3:*', b)), doc(allow('s3:*', b)), 'PASS'],
  ['less', doc(allow('s3:GetObject', 'arn:aws:s3:::b/x')), doc(allow('s3:Get*', b)), 'PASS'],
  ['more actions', doc(allow('s3:*', b)), doc(allow('s3:Get*', b)), 'FAIL'],
  ['more resources', doc(allow('s3:GetObject')), doc(allow('s3:GetObject', b)), 'FAIL'],
  [
    'a condition less',
    doc(allow('s3:GetObject')),
    doc(allow('s3:GetObject', '*', { Condition: { StringEquals: { 'aws:SourceVpce': 'v' } } })),
    'FAIL',
  ],
  [
    'a condition more',
    doc(allow('s3:GetObject', '*', { Condition: { StringEquals: { 'aws:SourceVpce': 'v' } } })),
    doc(allow('s3:GetObject')),
    'PASS',
  ],
  ['a Deny less', doc(allow('s3:*')), doc(allow('s3:*'), deny('s3:Delete*')), 'FAIL'],
  ['a Deny more', doc(allow('s3:*'), deny('s3:Delete*')), doc(allow('s3:*')), 'PASS'],
  [
    'the same with a policy variable',
    doc(allow('s3:*', variable)),
    doc(allow('s3:*', variable)),
    'PASS',
  ],
  ['a policy variable more', doc(allow('s3:*', variable)), doc(allow('s3:*', b)), 'PASS'],
  ['a policy variable less', doc(allow('s3:*', b)), doc(allow('s3:*', variable)), 'FAIL'],
  ['everything', doc(allow()), doc(allow('s3:*')), 'FAIL'],
  ['a service that is new', doc(allow('newservice:*')), doc(allow('s3:*')), 'FAIL'],
  [
    'an action listed twice',
    doc(allow(['s3:GetObject', 's3:getobject'])),
    doc(allow('s3:GetObject')),
    'PASS',
  ],
  [
    'an address range within',
    doc(allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } } })),
    doc(allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })),
    'PASS',
  ],
  [
    'an address range without',
    doc(allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } })),
    doc(allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })),
    'FAIL',
  ],
  [
    'an operator that nobody knows',
    doc(allow('s3:*')),
    doc(allow('s3:*', '*', { Condition: { StringSame: { 'x:K': 'a' } } })),
    'UNKNOWN',
  ],
  [
    'an existing statement without Resource',
    doc(allow('s3:*')),
    doc({ Effect: 'Allow', Action: 's3:*' }),
    'UNKNOWN',
  ],
  [
    'an existing statement with a Principal',
    doc(allow('s3:*')),
    doc(allow('s3:*', '*', everyone)),
    'UNKNOWN',
  ],
  ['an existing name that is no ARN', doc(allow('s3:*', b)), doc(allow('s3:*', 'b*')), 'UNKNOWN'],
  [
    'an existing ARN with a wildcard for the service',
    doc(allow('s3:*', b)),
    doc(allow('s3:*', 'arn:aws:*:::b/*')),
    'UNKNOWN',
  ],
  ['an action without a service', doc(allow('s3*')), doc(allow('s3:Get*')), 'UNKNOWN'],
  [
    'a parameter that AWS owns',
    doc(allow('ssm:GetParameter', 'arn:aws:ssm:us-east-1::parameter/aws/service/*')),
    doc(allow('s3:*')),
    'FAIL',
  ],
  [
    'resources of other accounts',
    doc(allow('s3:*')),
    doc(allow('s3:*', '*', ofOwnAccount)),
    'FAIL',
  ],
  [
    'a resource of the own account that a tag names',
    doc(allow('sqs:*', 'arn:aws:sqs:*:*:${aws:PrincipalTag/Queue}', ofOwnAccount)),
    doc(allow('s3:*')),
    'FAIL',
  ],
  [
    'another policy variable',
    doc(allow('s3:*', variable)),
    doc(allow('s3:*', 'arn:aws:s3:::b/${aws:userid}/*')),
    'FAIL',
  ],
  [
    'a resource less beside a policy variable',
    doc(allow('s3:*', ['arn:aws:s3:::c/x', variable])),
    doc(allow('s3:*', ['arn:aws:s3:::c/*', variable])),
    'PASS',
  ],
  [
    'what NotResource leaves to those without a value for its variable',
    doc(allow('sqs:*')),
    doc({ Effect: 'Allow', Action: '*', NotResource: variable }),
    'UNKNOWN',
  ],
  [
    'a resource less beside an ARN that ends early',
    doc(allow(['s3:*', 'rds:*'], ['arn:aws:s3:::c/x', 'arn:aws:rds:*'])),
    doc(allow(['s3:*', 'rds:*'], ['arn:aws:s3:::c/*', 'arn:aws:rds:*'])),
    'PASS',
  ],
  [
    'a set and a single value under one key',
    doc(allow('s3:*', '*', { Condition: { StringEquals: { 'x:K': 'a' } } })),
    doc(allow('s3:*', '*', { Condition: { 'ForAnyValue:StringEquals': { 'x:K': 'b' } } })),
    'FAIL',
  ],
  [
    'principals of another partition',
    doc(
      allow('s3:*', '*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws-cn:iam::*:*' } } }),
    ),
    doc(allow('sqs:*')),
    'FAIL',
  ],
];

const granted: readonly (readonly [
  title: string,
  policy: object,
  access: object,
  result: string,
])[] = [
  ['another action', doc(allow('s3:Get*')), { actions: ['s3:DeleteObject'] }, 'PASS'],
  [
    'another resource',
    doc(allow('s3:*', b)),
    { actions: ['s3:DeleteObject'], resources: ['arn:aws:s3:::train/*'] },
    'PASS',
  ],
  [
    'some of the resources',
    doc(allow('s3:*', 'arn:aws:s3:::tr*')),
    { actions: ['s3:DeleteObject'], resources: ['arn:aws:s3:::train/*'] },
    'FAIL',
  ],
  [
    'denied again',
    doc(allow('s3:*'), deny('s3:DeleteObject')),
    { actions: ['s3:DeleteObject'] },
    'PASS',
  ],
  [
    'a key that a tag names',
    doc(allow('kms:*', 'arn:aws:kms:*:*:key/${aws:PrincipalTag/Key}')),
    { resources: ['arn:aws:kms:eu-west-1:111122223333:key/abc'] },
    'FAIL',
  ],
  [
    'any action on a resource',
    doc(allow('s3:GetObject', b)),
    { resources: ['arn:aws:s3:::b/secret'] },
    'FAIL',
  ],
];

const publicAccess: readonly (readonly [
  title: string,
  policy: object,
  more: object,
  result: string,
  reachableBy: string,
])[] = [
  ['everyone', doc(allow('s3:GetObject', b, everyone)), {}, 'FAIL', 'anonymous'],
  [
    'everyone, restricted',
    doc(allow('s3:GetObject', b, everyone)),
    { blockPublicAccess: { restrictPublicBuckets: true } },
    'PASS',
    'none',
  ],
  [
    'one endpoint',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      }),
    ),
    {},
    'PASS',
    'named-account',
  ],
  [
    'any endpoint',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringLike: { 'aws:SourceVpce': 'vpce-*' } },
      }),
    ),
    {},
    'FAIL',
    'anonymous',
  ],
  [
    'a named account',
    doc(allow('s3:GetObject', b, { Principal: { AWS: other } })),
    {},
    'PASS',
    'named-account',
  ],
  [
    'a named account that is trusted',
    doc(allow('s3:GetObject', b, { Principal: { AWS: other } })),
    { trusted: { accounts: [other] } },
    'PASS',
    'named-account',
  ],
  [
    'a named account that is not trusted',
    doc(allow('s3:GetObject', b, { Principal: { AWS: other } })),
    { trusted: { accounts: ['777788889999'] } },
    'FAIL',
    'named-account',
  ],
  [
    'a perimeter',
    doc(
      allow('s3:*', '*', everyone),
      deny('s3:*', '*', {
        ...everyone,
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      }),
    ),
    {},
    'PASS',
    'named-account',
  ],
  [
    'an account that a condition names',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } },
      }),
    ),
    { trusted: {} },
    'FAIL',
    'named-account',
  ],
  [
    'accounts of a pattern in a condition',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringLike: { 'aws:PrincipalAccount': '4444*' } },
      }),
    ),
    { trusted: {} },
    'FAIL',
    'named-account',
  ],
  [
    'a trusted account that a condition names',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } },
      }),
    ),
    { trusted: { accounts: ['444455556666'] } },
    'PASS',
    'named-account',
  ],
  [
    'a role that a condition names',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/x' } },
      }),
    ),
    { trusted: {} },
    'FAIL',
    'named-account',
  ],
  [
    'paths of a trusted organisation',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/*' } },
      }),
    ),
    { trusted: { organizations: ['o-1'] } },
    'PASS',
    'named-account',
  ],
  [
    'paths of another organisation',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-2/r-1/*' } },
      }),
    ),
    { trusted: { organizations: ['o-1'] } },
    'FAIL',
    'named-account',
  ],
  [
    'the sessions of one role',
    doc(
      allow('s3:GetObject', b, {
        ...everyone,
        Condition: { StringLike: { 'aws:userid': 'AROAEXAMPLEEXAMPLE000:*' } },
      }),
    ),
    { trusted: { organizations: ['o-1'] } },
    'FAIL',
    'named-account',
  ],
  ['the own account', doc(allow('s3:*', '*', { Principal: { AWS: own } })), {}, 'PASS', 'none'],
  [
    'a key for everyone',
    doc(allow('kms:*', '*', everyone)),
    { resourceType: 'AWS::KMS::Key' },
    'FAIL',
    'any-account',
  ],
  [
    'a key for callers of the account',
    doc(
      allow('kms:*', '*', {
        ...everyone,
        Condition: { StringEquals: { 'kms:CallerAccount': own } },
      }),
    ),
    { resourceType: 'AWS::KMS::Key' },
    'PASS',
    'none',
  ],
  [
    'trust in a service',
    doc({
      Effect: 'Allow',
      Principal: { Service: 'sagemaker.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    { resourceType: 'AWS::IAM::AssumeRolePolicyDocument' },
    'PASS',
    'none',
  ],
  [
    'trust in everyone',
    doc({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
    { resourceType: 'AWS::IAM::AssumeRolePolicyDocument' },
    'FAIL',
    'any-account',
  ],
];

describe('check-no-public-access, at its edges', () => {
  const ask = (policy: object, more: object = {}) =>
    checkNoPublicAccess({ resourceType: 'AWS::S3::Bucket', account: own, policy, ...more }).result;

  it('counts the root users of other accounts among strangers', () => {
    const roots = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } };
    expect(ask(doc(allow('s3:GetObject', b, { ...everyone, Condition: roots })))).to.equal('FAIL');
  });

  it('does not know of principals that nobody can be asked about', () => {
    const principal = { Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Access E1' } };
    expect(ask(doc(allow('s3:GetObject', b, principal)), { trusted: {} })).to.equal('UNKNOWN');
    const canonical = { Principal: { CanonicalUser: '79a59df900b949e5' } };
    expect(ask(doc(allow('s3:GetObject', b, canonical)), { trusted: {} })).to.equal('UNKNOWN');
  });
});

describe('check-no-new-access', () => {
  for (const [title, fresh, existing, result] of newAccess) {
    it(`says ${result} of ${title}`, () => {
      const answer = checkNoNewAccess({
        id: 'n',
        type: 'identity',
        account: own,
        existing,
        new: fresh,
      });
      expect(answer.result, JSON.stringify(answer)).to.equal(result);
      if (answer.witness === undefined) return;
      const { context, ...request } = answer.witness;
      const ask = (policy: object) =>
        decideCase({ request: { ...request, context }, policies: { identity: [policy] } }).decision;
      expect([ask(fresh), ask(existing) === 'allowed']).to.deep.equal(['allowed', false]);
    });
  }
});

describe('check-access-not-granted', () => {
  for (const [title, policy, access, result] of granted) {
    it(`says ${result} of ${title}`, () => {
      const answer = checkAccessNotGranted({
        type: 'identity',
        account: own,
        policy,
        access: [access],
      });
      expect(answer.result, JSON.stringify(answer)).to.equal(result);
    });
  }
});

describe('check-no-public-access', () => {
  for (const [title, policy, more, result, reachableBy] of publicAccess) {
    it(`says ${result} of ${title}`, () => {
      const answer = checkNoPublicAccess({
        resourceType: 'AWS::S3::Bucket',
        account: own,
        policy,
        ...more,
      });
      expect([answer.result, answer.reachableBy], JSON.stringify(answer)).to.deep.equal([
        result,
        reachableBy,
      ]);
    });
  }

  it('says what S3 itself calls public, of buckets alone', () => {
    const policy = doc(allow('s3:GetObject', b, everyone));
    const ask = (resourceType: string) =>
      checkNoPublicAccess({ resourceType, account: own, policy });
    expect(ask('AWS::S3::Bucket').publicPerS3).to.equal(true);
    expect(ask('AWS::ECR::Repository')).not.to.have.property('publicPerS3');
  });
});
