import rule from '../../../suites/execution-role/cross-account-reach-is-fenced.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { humanTrust, policyOf, sageMakerTrust } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const alone = build('organizations.account');
const boundaryArn = 'arn:aws:iam::111122223333:policy/boundary';
const when = (condition: Record<string, Record<string, string | string[]>>) =>
  executionRole(allow('s3:GetObject', '*', { Condition: condition }));
const perimeter = {
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } },
};

const tag = '${aws:PrincipalTag/team}';

ruleCases(rule, {
  pass: [
    {
      name: 'buckets and accounts are named',
      resource: executionRole(
        allow(
          ['s3:GetObject', 'kms:Decrypt'],
          [
            'arn:aws:s3:::models/*',
            'arn:aws:s3:eu-west-1:111122223333:accesspoint/*/object/*',
            'arn:aws:kms:*:111122223333:key/*',
            'arn:aws:kms:*:${aws:PrincipalAccount}:alias/*',
            'arn:aws:ecr:*:763104351884:repository/*',
          ],
        ),
      ),
    },
    {
      name: 'a condition names the account',
      resource: when({ StringEquals: { 'aws:ResourceAccount': '111122223333' } }),
    },
    {
      name: 'a condition that also holds without the key names it: requests for objects carry it',
      resource: when({ StringEqualsIfExists: { 'aws:ResourceAccount': '111122223333' } }),
      others: [alone],
    },
    {
      name: 'a condition names the account of the principal',
      resource: when({ StringEquals: { 's3:ResourceAccount': '${aws:PrincipalAccount}' } }),
    },
    {
      name: 'a condition names the organisation',
      resource: when({ StringEquals: { 'aws:ResourceOrgID': 'o-acme123456' } }),
    },
    {
      name: 'a condition names a path of the organisation, and demands the key',
      resource: when({
        'ForAllValues:StringLike': { 'aws:ResourceOrgPaths': ['o-acme123456/r-ac01/*'] },
        Null: { 'aws:ResourceOrgPaths': 'false' },
      }),
    },
    {
      name: 'what it may do works on no resource, or is of another service',
      resource: executionRole(
        allow(['ecr:GetAuthorizationToken', 's3:ListAllMyBuckets', 'logs:PutLogEvents']),
      ),
    },
    {
      name: 'a Deny cuts off other accounts',
      resource: executionRole(allow(['s3:*', 'kms:*', 'ecr:*']), perimeter),
      others: [alone],
    },
    {
      name: 'the boundary names a bucket',
      resource: {
        ...executionRole(allow('s3:GetObject')),
        permissionsBoundary: present(boundaryArn),
      },
      others: [
        alone,
        build(
          'iam.policy',
          { document: present(policyOf(allow('s3:GetObject', 'arn:aws:s3:::models/*'))) },
          { id: boundaryArn },
        ),
      ],
    },
  ],
  fail: [
    {
      name: 'its tags name buckets, and a wildcard leaves open which',
      resource: {
        ...executionRole(allow('s3:PutObject', `arn:aws:s3:::${tag}-*`)),
        tags: present({ team: 'fraud' }),
      },
      others: [alone],
      findings: [`unfenced:arn:aws:s3:::${tag}-*:inline policy work:#0`],
    },
    {
      name: 'wildcards stand where the ARN of a bucket has nothing',
      resource: executionRole(allow('s3:PutObject', 'arn:aws:s3:*:*:fraud*')),
      others: [alone],
      findings: ['unfenced:arn:aws:s3:*:*:fraud*:inline policy work:#0'],
    },
    {
      name: 'anything goes',
      resource: executionRole(
        allow('s3:PutObject', '*', { Sid: 'Write' }),
        allow(
          ['kms:Decrypt', 'ecr:BatchGetImage'],
          ['arn:aws:kms:*:*:key/*', 'arn:aws:ecr:eu-west-1:*:repository/train'],
        ),
      ),
      others: [alone],
      findings: [
        'unfenced:*:inline policy work:Write',
        'unfenced:arn:aws:kms:*:*:key/*:inline policy work:#1',
        'unfenced:arn:aws:ecr:eu-west-1:*:repository/train:inline policy work:#1',
      ],
    },
    {
      name: 'the name of a bucket is open, by a wildcard or a variable',
      resource: {
        ...executionRole(
          allow('s3:GetObject', [
            'arn:aws:s3:::acme-*',
            'arn:aws:s3:::models-${aws:PrincipalTag/team}/*',
            'arn:aws:s3:::models/*',
          ]),
        ),
        trustPolicy: present(
          policyOf(sageMakerTrust({ Action: ['sts:AssumeRole', 'sts:TagSession'] })),
        ),
      },
      others: [alone],
      findings: [
        'unfenced:arn:aws:s3:::acme-*:inline policy work:#0',
        'unfenced:arn:aws:s3:::models-${aws:PrincipalTag/team}/*:inline policy work:#0',
      ],
    },
    {
      name: 'access points of any account are in',
      resource: executionRole(allow('s3:GetObject', 'arn:aws:s3:*:*:accesspoint/*')),
      others: [alone],
      findings: ['unfenced:arn:aws:s3:*:*:accesspoint/*:inline policy work:#0'],
    },
    {
      name: 'all but one bucket is',
      resource: executionRole({
        Effect: 'Allow',
        Action: 's3:GetObject',
        NotResource: 'arn:aws:s3:::secret/*',
      }),
      others: [alone],
      findings: ['unfenced:NotResource:inline policy work:#0'],
    },
    {
      name: 'any account meets the condition',
      resource: when({ StringLike: { 'aws:ResourceAccount': '*' } }),
      others: [alone],
      findings: ['unfenced:*:inline policy work:#0'],
    },
    {
      name: 'the condition names the account that is left out',
      resource: when({ StringNotEquals: { 'aws:ResourceAccount': '444455556666' } }),
      others: [alone],
      findings: ['unfenced:*:inline policy work:#0'],
    },
    {
      name: 'a Deny cuts off other accounts for S3 alone',
      resource: executionRole(allow(['s3:GetObject', 'kms:Decrypt']), {
        ...perimeter,
        Action: 's3:*',
      }),
      others: [alone],
      findings: ['unfenced:*:inline policy work:#0'],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'the boundary is not, and may name a bucket',
      resource: {
        ...executionRole(allow('s3:GetObject')),
        permissionsBoundary: present(boundaryArn),
      },
      others: [alone],
      missing: [boundaryArn],
    },
    {
      name: 'the organisation was not read, and may cut off other accounts',
      resource: executionRole(allow('s3:GetObject')),
      missing: ['service control policies'],
    },
    {
      name: 'a managed policy is odd',
      resource: attachedRole(),
      others: [managedPolicy(allow('s3'))],
      missing: [`${policyArn} at /Statement/0/Action`],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('s3:GetObject')), trustPolicy: humanTrust },
    },
  ],
});
