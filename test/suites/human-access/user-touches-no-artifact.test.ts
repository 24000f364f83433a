import rule from '../../../suites/human-access/user-touches-no-artifact.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build, region } from '../../support/build.ts';
import { blockOf, s3Account } from '../../support/bucket.ts';
import {
  allow,
  closedBucket,
  repository,
  settings,
  trainingJob,
  userWith,
} from '../../support/ml-account.ts';
import { noOrganization } from '../../support/organization.ts';
import { namedPolicy, policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const image = `${accountId}.dkr.ecr.${region}.amazonaws.com/train:1`;
const job = {
  ...trainingJob('churn', { role: 'train', from: 's3://data/raw', to: 's3://models/churn' }),
  image: present(image),
};
const key = `arn:aws:kms:${region}:${accountId}:key/1`;
const places = [
  closedBucket('data'),
  closedBucket('models', { encryption: present({ algorithm: 'aws:kms', key, bucketKey: true }) }),
  build(
    'kms.key',
    {
      manager: present('CUSTOMER'),
      keyState: present('Enabled'),
      policy: present(
        policyOf({ ...allow('kms:*'), Principal: { AWS: `arn:aws:iam::${accountId}:root` } }),
      ),
      grants: present([]),
    },
    { id: key, name: '1' },
  ),
  ...repository('train'),
];
const world = [...settings, ...places, job];
const ana = (...statements: Parameters<typeof allow>[]) =>
  userWith('ana', ...statements.map((one) => allow(...one)));
const group = (action: string) => [
  build(
    'iam.group',
    { inlinePolicies: present([namedPolicy('g', allow(action))]) },
    { name: 'ml' },
  ),
];
const member = { ...ana(), groups: present(['ml']) };
const openTo = (principal: string) =>
  closedBucket('data', {
    policy: present(
      policyOf({ ...allow('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: { AWS: principal } }),
    ),
  });
const openWorld = [noOrganization, s3Account(blockOf(false)), openTo('*'), ...places.slice(1), job];

ruleCases(rule, {
  pass: [
    { name: 'the user may do nothing', resource: ana(), others: world },
    {
      name: 'the user reads other buckets, and looks at jobs',
      resource: ana(['s3:*', 'arn:aws:s3:::website/*'], ['sagemaker:Describe*']),
      others: world,
    },
    { name: 'everybody reads the data', resource: ana(), others: openWorld },
    {
      name: 'a declared administrator may do all',
      resource: ana(['s3:GetObject', 'arn:aws:s3:::data/*']),
      others: world,
      inputs: { personas: { breakGlass: ['user/ana'] } },
      note: 'a declared administrator: arn:aws:iam::111122223333:user/ana can s3:GetObject on arn:aws:s3:::data/raw* (Work of inline policy own of ana); allowed is e.g. arn:aws:s3:::data/rawx',
    },
  ],
  fail: [
    {
      name: 'the user may do all',
      resource: ana(['*']),
      others: world,
      findings: [
        'touches:s3://data',
        'touches:s3://models',
        'touches:images',
        `decrypts:${key}`,
        'works-in-sagemaker',
      ],
    },
    {
      name: 'a group lets the user invoke endpoints',
      resource: member,
      others: [...world, ...group('sagemaker:InvokeEndpoint')],
      findings: ['works-in-sagemaker'],
    },
    {
      name: 'a bucket policy names the user',
      resource: ana(),
      others: [...settings, openTo(`arn:aws:iam::${accountId}:user/ana`), ...places.slice(1), job],
      findings: ['touches:s3://data'],
    },
    {
      name: 'the user removes what everybody reads',
      resource: ana(['s3:DeleteObject', 'arn:aws:s3:::data/raw/*']),
      others: openWorld,
      findings: ['touches:s3://data'],
    },
    {
      name: 'the user reads by its own policy what everybody reads',
      resource: ana(['s3:GetObject', 'arn:aws:s3:::data/raw/*']),
      others: openWorld,
      findings: ['touches:s3://data'],
    },
    {
      name: 'the user decrypts, and a place is not known',
      resource: ana(['kms:Decrypt']),
      others: [...world, { ...job, id: `${job.id}-2`, inputs: notCollected('denied') }],
      findings: [`decrypts:${key}`],
    },
  ],
  unknown: [
    {
      name: 'a place is not known',
      resource: ana(),
      others: [...settings, ...places, { ...job, inputs: notCollected('denied') }],
      missing: [`inputs of ${job.id}`],
    },
    {
      name: 'the group is not in the snapshot',
      resource: member,
      others: [...settings, closedBucket('website')],
      missing: ['whether user/ana can call sagemaker:CreateAIBenchmarkJob'],
    },
  ],
});
