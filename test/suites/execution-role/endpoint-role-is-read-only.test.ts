import rule from '../../../suites/execution-role/endpoint-role-is-read-only.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { kinds } from '../../../src/model/resource.ts';
import { build, completeUniverse } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { allow, executionRole, policyArn } from '../../support/execution-role.ts';
import { byRole, container, named } from '../../support/lineage.ts';
import { humanTrust, policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const ownership = present('BucketOwnerEnforced');
const buckets = [
  bucket({ ownership }, 'models'),
  bucket({ ownership }, 'data'),
  s3Account(blockOf(true)),
  build('organizations.account'),
];
const model = named('sagemaker.model', 'fraud', {
  ...byRole('Training'),
  containers: present([container({ modelDataUrl: 's3://models/fraud/model.tar.gz' })]),
});
const job = named('sagemaker.training-job', 'fraud', {
  ...byRole('Other'),
  inputs: present([{ name: 'train', uri: 's3://data/fraud/' }]),
});
const account = [...buckets, model, job];
const load = allow('s3:GetObject', 'arn:aws:s3:::models/fraud/*');

ruleCases(rule, {
  pass: [
    { name: 'it reads its weights', resource: executionRole(load), others: account },
    {
      name: 'it reads its weights and writes what it captures',
      resource: executionRole(load, allow('s3:PutObject', 'arn:aws:s3:::data/capture/*')),
      others: account,
    },
    {
      name: 'it may read all, but is denied the training data',
      resource: executionRole(allow('s3:GetObject'), {
        Effect: 'Deny',
        Action: 's3:*',
        Resource: 'arn:aws:s3:::data/*',
      }),
      others: account,
    },
    {
      name: 'there is no training data, and that is declared',
      resource: executionRole(load),
      others: [...buckets, model],
      inputs: { artifacts: { trainingData: [] } },
    },
    {
      name: 'everybody reads the training data: a finding of the bucket',
      resource: executionRole(load, allow('s3:GetObject', 'arn:aws:s3:::data/*')),
      others: [
        ...account.slice(3),
        bucket({ ownership }, 'models'),
        s3Account(blockOf(false)),
        bucket(
          {
            ownership,
            policy: present(
              policyOf({
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::data/*',
              }),
            ),
          },
          'data',
        ),
      ],
      note: 'left out is what everybody can read: arn:aws:s3:::data/fraud/*',
    },
  ],
  fail: [
    {
      name: 'it reads training data of a job',
      resource: executionRole(allow('s3:Get*', ['arn:aws:s3:::models/*', 'arn:aws:s3:::data/*'])),
      others: account,
      findings: ['reads:arn:aws:s3:::data/fraud/*'],
    },
    {
      name: 'it reads declared training data, and overwrites the weights',
      resource: executionRole(
        allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::models/*'),
        allow('s3:GetObject', 'arn:aws:s3:::data/raw/2026/*'),
      ),
      others: account,
      inputs: { artifacts: { trainingData: ['s3://data/raw/'] } },
      findings: ['reads:arn:aws:s3:::data/raw/*', 'writes:arn:aws:s3:::models/fraud/model.tar.gz'],
    },
    {
      name: 'it deletes the weights',
      resource: executionRole(allow('s3:*', 'arn:aws:s3:::models/*')),
      others: account,
      findings: ['writes:arn:aws:s3:::models/fraud/model.tar.gz'],
    },
    {
      name: 'the bucket policy lets it write the weights',
      resource: executionRole(load),
      others: [
        ...account.slice(1),
        bucket(
          {
            ownership,
            policy: present(
              policyOf({
                Effect: 'Allow',
                Principal: { AWS: executionRole().id },
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::models/*',
              }),
            ),
          },
          'models',
        ),
      ],
      findings: ['writes:arn:aws:s3:::models/fraud/model.tar.gz'],
    },
  ],
  unknown: [
    {
      name: 'nothing tells where training data is',
      resource: executionRole(load),
      others: [...buckets, model],
      missing: ['inputs.artifacts.trainingData'],
    },
    {
      name: 'it reads training data, but perhaps everybody does',
      resource: executionRole(load, allow('s3:GetObject', 'arn:aws:s3:::data/*')),
      others: [
        ...account.slice(3),
        bucket({ ownership }, 'models'),
        bucket(
          {
            ownership,
            policy: present(
              policyOf({
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::data/*',
              }),
            ),
          },
          'data',
        ),
      ],
      missing: ['whether everybody can read arn:aws:s3:::data/fraud/*'],
    },
    {
      name: 'its boundary is not in the snapshot',
      resource: { ...executionRole(allow('s3:*')), permissionsBoundary: present(policyArn) },
      others: account,
      missing: [
        'whether role/Training can call s3:GetObject',
        'whether role/Training can call s3:PutObject',
        'whether role/Training can call s3:DeleteObject',
      ],
    },
    {
      name: 'the list of training jobs was cut short',
      resource: executionRole(load),
      others: account,
      universes: kinds
        .filter((kind) => kind !== 'sagemaker.training-job')
        .map((kind) => completeUniverse(kind)),
      missing: ['all sagemaker.training-job in eu-west-1'],
    },
    {
      name: 'the role of a model was not read',
      resource: executionRole(load),
      others: [
        ...buckets,
        job,
        named('sagemaker.model', 'fraud', { executionRole: notCollected('denied') }),
      ],
      missing: ['executionRole of arn:aws:sagemaker:eu-west-1:111122223333:model/fraud'],
    },
  ],
  notApplicable: [
    { name: 'nothing is served by it', resource: executionRole(load), others: [...buckets, job] },
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(load), trustPolicy: humanTrust },
      others: account,
    },
  ],
});
