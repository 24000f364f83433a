import rule from '../../../suites/integrity/job-cannot-change-its-input.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  settings,
  trainingJob,
} from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = trainingJob('churn', {
  role: 'train',
  from: 's3://data/churn/',
  to: 's3://models/churn',
});
const buckets = [closedBucket('data'), closedBucket('models')];
const world = [...settings, ...buckets];
const read = allow(['s3:GetObject', 's3:ListBucket']);
const write = allow('s3:PutObject', 'arn:aws:s3:::models/*');
const finding = ['changes:s3://data/churn/'];
const definition = {
  ...{ name: 'trees', executionRole: roleArn('train'), image: null, vpc: null },
  ...{ networkIsolation: null, trafficEncryption: null, instances: [], volumeKey: null },
  ...{ outputKey: null, outputUri: null, checkpointUri: null },
  staticHyperparameters: { keys: [], secrets: [] },
};

ruleCases(rule, {
  pass: [
    {
      name: 'the role reads its input and writes elsewhere',
      resource,
      others: [...world, executionRole('train', read, write)],
    },
    {
      name: 'the role writes to a prefix beside the input',
      resource,
      others: [...world, executionRole('train', allow('s3:*', 'arn:aws:s3:::data/churn-models/*'))],
    },
    {
      name: 'a bucket policy keeps the role from what its own policy allows',
      resource,
      others: [
        ...settings,
        closedBucket('data', {
          policy: present(
            policyOf({
              ...{ Effect: 'Deny', Principal: '*', NotAction: ['s3:Get*', 's3:List*'] },
              Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
            }),
          ),
        }),
        executionRole('train', allow('s3:*')),
      ],
    },
    { name: 'the role is no more', resource, others: world },
  ],
  fail: [
    {
      name: 'the role may do all in S3',
      resource,
      others: [...world, executionRole('train', allow('s3:*'))],
      findings: finding,
    },
    {
      name: 'the role may write to some of the input',
      resource,
      others: [
        ...world,
        executionRole('train', allow('s3:PutObject', 'arn:aws:s3:::data/churn/2026/*')),
      ],
      findings: finding,
    },
    {
      name: 'the role may tag the input, or let it expire',
      resource,
      others: [
        ...world,
        executionRole(
          'train',
          allow('s3:PutObjectTagging', 'arn:aws:s3:::data/*'),
          allow('s3:PutLifecycleConfiguration', 'arn:aws:s3:::data'),
        ),
      ],
      findings: finding,
    },
    {
      name: 'a bucket policy lets the role delete',
      resource,
      others: [
        ...settings,
        closedBucket('data', {
          policy: present(
            policyOf({
              ...allow('s3:DeleteObject', 'arn:aws:s3:::data/*'),
              Principal: { AWS: roleArn('train') },
            }),
          ),
        }),
        executionRole('train', read),
      ],
      findings: finding,
    },
    {
      name: 'a processing job may change one of two inputs, and a role could not be read elsewhere',
      resource: build('sagemaker.processing-job', {
        executionRole: present(roleArn('train')),
        inputs: present([
          { name: 'a', uri: 's3://data/raw' },
          { name: 'b', uri: 's3://models/base' },
        ]),
      }),
      others: [...world, executionRole('train', read, write)],
      universes: listDenied('iam.role'),
      findings: ['changes:s3://models/base'],
    },
    {
      name: 'a definition of a tuning job may change its input',
      resource: build('sagemaker.tuning-job', {
        definitions: present([
          { ...definition, inputs: [{ name: 'a', uri: 's3://data/churn/' }] },
          { ...definition, inputs: [{ name: 'a', uri: 's3://data/churn/' }] },
        ]),
      }),
      others: [...world, executionRole('train', allow('s3:DeleteObject*'))],
      findings: finding,
    },
  ],
  unknown: [
    {
      name: 'the inputs were not read',
      resource: { ...resource, inputs: notCollected('denied') },
      others: [...world, executionRole('train', read)],
      missing: ['inputs'],
    },
    {
      name: 'the role was not read',
      resource: { ...resource, executionRole: notCollected('denied') },
      others: world,
      missing: ['executionRole'],
    },
    {
      name: 'the role is not among those that were listed',
      resource,
      others: world,
      universes: listDenied('iam.role'),
      missing: [roleArn('train')],
    },
    {
      name: 'the policies of the role were not read',
      resource,
      others: [...world, { ...executionRole('train'), inlinePolicies: notCollected('denied') }],
      missing: ['whether role/train can call s3:PutObject'],
    },
    {
      name: 'the bucket is not known, and the role may write to any',
      resource: trainingJob('x', { role: 'train', from: 's3://far-away/x', to: 's3://models/x' }),
      others: [...world, executionRole('train', allow('s3:PutObject'))],
      missing: ['whether role/train can call s3:PutObject'],
    },
  ],
});
