import rule from '../../../suites/execution-role/reaches-only-its-artifacts.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { byRole, named } from '../../support/lineage.ts';
import { everyField } from '../../../src/model/resource.ts';
import { humanTrust, policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const ownership = present('BucketOwnerEnforced');
const buckets = [
  bucket({ ownership }, 'models'),
  bucket({ ownership }, 'data'),
  s3Account(blockOf(true)),
  build('organizations.account'),
];
const job = named('sagemaker.training-job', 'fraud', {
  ...byRole('Training'),
  inputs: present([{ name: 'train', uri: 's3://data/fraud/' }]),
  outputUri: present('s3://models/fraud'),
});
const account = [...buckets, job];
const read = allow(
  ['s3:GetObject', 's3:ListBucket'],
  ['arn:aws:s3:::data', 'arn:aws:s3:::data/fraud/*'],
);
const write = allow('s3:PutObject', 'arn:aws:s3:::models/fraud*');
const deny = (more: JsonObject): JsonObject => ({ Effect: 'Deny', Action: 's3:*', ...more });
const point = build(
  's3.access-point',
  { bucket: present('data') },
  { id: `arn:aws:s3:eu-west-1:${accountId}:accesspoint/fraud`, name: 'fraud' },
);
const tagged = 'arn:aws:s3:::data/${aws:PrincipalTag/team}/*';
const outside = (value: string, statement = '#0') =>
  `outside:${value}:inline policy work:${statement}`;

ruleCases(rule, {
  pass: [
    {
      name: 'it has the prefixes of its job',
      resource: executionRole(read, write),
      others: account,
    },
    {
      name: 'it has less than that',
      resource: executionRole(allow('s3:Get*', 'arn:aws:s3:::data/fraud/2026/${aws:userid}/*')),
      others: account,
    },
    {
      name: 'its tags name what is its own',
      resource: {
        ...executionRole(allow('s3:GetObject', 'arn:aws:s3:::${aws:PrincipalTag/team}/fraud/*')),
        tags: present({ team: 'data' }),
      },
      others: account,
    },
    {
      name: 'it may list everything, and reads no object',
      resource: executionRole(allow(['s3:ListBucket', 's3:ListAllMyBuckets', 'logs:*'])),
      others: account,
    },
    {
      name: 'the rest is declared',
      resource: executionRole(read, write, allow('s3:*Object', 'arn:aws:s3:::data/shared/*')),
      others: account,
      inputs: { artifacts: { code: ['s3://data/shared/'] } },
    },
    {
      name: 'it reads through an access point of the bucket',
      resource: executionRole(allow('s3:GetObject', `${point.id}/object/fraud/*`)),
      others: [...account, point],
    },
    {
      name: 'a Deny leaves only its own',
      resource: executionRole(
        allow('s3:GetObject', 'arn:aws:s3:::data/*'),
        deny({ NotResource: ['arn:aws:s3:::data/fraud/*', 'arn:aws:s3:::models/*'] }),
      ),
      others: account,
    },
    {
      name: 'the boundary leaves nothing of the rest',
      resource: {
        ...executionRole(read, allow('s3:PutObject', 'arn:aws:s3:::data/*')),
        permissionsBoundary: present(policyArn),
      },
      others: [...account, managedPolicy(allow('s3:GetObject'))],
      note: 'only another policy holds back arn:aws:s3:::data/* of inline policy work; name the prefixes there, too',
    },
    {
      name: 'the bucket policy denies the rest',
      resource: executionRole(read, allow('s3:GetObject', 'arn:aws:s3:::models/*')),
      others: [
        ...account.slice(1),
        bucket(
          { ownership, policy: present(policyOf(deny({ Principal: '*', Resource: ['*'] }))) },
          'models',
        ),
      ],
      note: 'only another policy holds back arn:aws:s3:::models/* of inline policy work; name the prefixes there, too',
    },
  ],
  fail: [
    {
      name: 'it has the whole bucket',
      resource: executionRole(
        read,
        allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*', { Sid: 'All' }),
      ),
      others: account,
      findings: [outside('arn:aws:s3:::data/*', 'All')],
    },
    {
      name: 'a prefix is one letter too short',
      resource: executionRole(allow('s3:DeleteObject', 'arn:aws:s3:::models/frau*')),
      others: account,
      findings: [outside('arn:aws:s3:::models/frau*')],
    },
    {
      name: 'it has every bucket, or every one of some name',
      resource: executionRole(
        allow('s3:GetObject'),
        allow('s3:GetObject', ['arn:aws:s3:::*sagemaker*', 'arn:aws:s3:::da*/fraud/*']),
      ),
      others: account,
      findings: [
        outside('*'),
        outside('arn:aws:s3:::*sagemaker*', '#1'),
        outside('arn:aws:s3:::da*/fraud/*', '#1'),
      ],
    },
    {
      name: 'it has all but one bucket',
      resource: executionRole({
        Effect: 'Allow',
        Action: 's3:*',
        NotResource: 'arn:aws:s3:::secret/*',
      }),
      others: account,
      findings: [outside('NotResource')],
    },
    {
      name: 'it has a bucket that another account owns',
      resource: executionRole(read, allow('s3:PutObject', 'arn:aws:s3:::elsewhere/*')),
      others: account,
      findings: [outside('arn:aws:s3:::elsewhere/*', '#1')],
    },
    {
      name: 'its tags name another bucket, or a prefix',
      resource: {
        ...executionRole(
          read,
          allow('s3:GetObject', ['arn:aws:s3:::${aws:PrincipalTag/team}/*', tagged]),
        ),
        tags: present({ team: 'models' }),
      },
      others: account,
      findings: [outside('arn:aws:s3:::${aws:PrincipalTag/team}/*', '#1'), outside(tagged, '#1')],
    },
    {
      name: 'its tags name a bucket of another account',
      resource: {
        ...executionRole(read, allow('s3:GetObject', 'arn:aws:s3:::${aws:PrincipalTag/team}/*')),
        tags: present({ team: 'elsewhere' }),
      },
      others: account,
      findings: [outside('arn:aws:s3:::${aws:PrincipalTag/team}/*', '#1')],
    },
    {
      name: 'wildcards stand where the ARN of a bucket has nothing',
      resource: executionRole(read, allow('s3:GetObject', 'arn:aws:s3:*:*:model*')),
      others: account,
      findings: [outside('arn:aws:s3:*:*:model*', '#1')],
    },
    {
      name: 'it has every bucket, whatever its jobs may be',
      resource: executionRole(allow('s3:GetObject')),
      others: [
        ...buckets,
        named('sagemaker.training-job', 'x', { executionRole: notCollected('') }),
      ],
      findings: [outside('*')],
    },
    {
      name: 'a managed policy has more',
      resource: attachedRole(),
      others: [...account, managedPolicy(allow('s3:GetObject', 'arn:aws:s3:::models/*'))],
      findings: [`outside:arn:aws:s3:::models/*:${policyArn}:#0`],
    },
  ],
  unknown: [
    {
      name: 'a managed policy has more, unless another denies it that is not known',
      resource: {
        ...attachedRole(),
        attachedPolicies: present([
          { name: 'Training', arn: policyArn },
          { name: 'Gone', arn: `${policyArn}-2` },
        ]),
      },
      others: [...account, managedPolicy(allow('s3:GetObject', 'arn:aws:s3:::models/*'))],
      missing: [
        `document of ${policyArn}-2`,
        `whether arn:aws:s3:::models/* of ${policyArn} stays inside the artifacts of the role`,
      ],
    },
    {
      name: 'nothing tells what it works on',
      resource: executionRole(read),
      others: buckets,
      missing: [
        'whether arn:aws:s3:::data/fraud/* of inline policy work stays inside the artifacts of the role',
      ],
    },
    {
      name: 'it has more than the jobs that were read',
      resource: executionRole(read, allow('s3:GetObject', 'arn:aws:s3:::models/*')),
      others: [
        ...account,
        named('sagemaker.training-job', 'x', {
          ...byRole('Training'),
          outputUri: notCollected('denied'),
        }),
      ],
      missing: [
        'whether arn:aws:s3:::models/* of inline policy work stays inside the artifacts of the role',
        `outputUri of arn:aws:sagemaker:eu-west-1:${accountId}:training-job/x`,
      ],
    },
    {
      name: 'it has more, if the boundary lets it',
      resource: {
        ...executionRole(allow('s3:GetObject', 'arn:aws:s3:::models/*')),
        permissionsBoundary: present(policyArn),
      },
      others: account,
      missing: [
        'whether arn:aws:s3:::models/* of inline policy work stays inside the artifacts of the role',
      ],
    },
    {
      name: 'the bucket of an access point was not read',
      resource: executionRole(allow('s3:GetObject', `${point.id}/object/fraud/*`)),
      others: [...account, { ...point, bucket: notCollected('denied') }],
      missing: [
        `whether ${point.id}/object/fraud/* of inline policy work stays inside the artifacts of the role`,
        `bucket of ${point.id}`,
      ],
    },
    {
      name: 'the region of the bucket was not read, and one is denied',
      resource: executionRole(
        allow('s3:GetObject', 'arn:aws:s3:::models/*'),
        deny({
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        }),
      ),
      others: [
        ...account.slice(1),
        {
          ...build('s3.bucket', everyField('s3.bucket', notCollected('denied'))),
          ...{ id: 'arn:aws:s3:::models', name: 'models', region: 'global' },
        },
      ],
      missing: [
        'whether arn:aws:s3:::models/* of inline policy work stays inside the artifacts of the role',
      ],
    },
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      others: account,
      missing: [`document of ${policyArn}`],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('s3:*')), trustPolicy: humanTrust },
    },
  ],
});
