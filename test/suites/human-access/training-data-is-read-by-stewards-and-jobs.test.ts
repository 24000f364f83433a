import rule from '../../../suites/human-access/training-data-is-read-by-stewards-and-jobs.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { region } from '../../support/build.ts';
import { blockOf, s3Account } from '../../support/bucket.ts';
import {
  allow,
  closedBucket,
  executionRole,
  settings,
  trainingJob,
  userWith,
} from '../../support/ml-account.ts';
import { noOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = closedBucket('data');
const read = allow('s3:GetObject', 'arn:aws:s3:::data/*');
const job = trainingJob('churn', { role: 'train', from: 's3://data/raw', to: 's3://models/x' });
const world = [...settings, job, executionRole('train', read)];
const stewards = { personas: { dataSteward: ['role/Steward'] } };
const everybody = policyOf({ ...read, Principal: '*' });

ruleCases(rule, {
  pass: [
    { name: 'the role of the job can', resource, others: world },
    {
      name: 'a declared steward can, and a declared administrator',
      resource,
      others: [...world, roleWith('Steward', read), roleWith('Admin', allow('*'))],
      inputs: { personas: { ...stewards.personas, administrator: ['role/Admin'] } },
      note: 'declared administrators can as well: role/Admin',
    },
    {
      name: 'others read other prefixes, or write',
      resource,
      others: [
        ...world,
        executionRole('serve', allow('s3:GetObject', 'arn:aws:s3:::data/models/*')),
        userWith('ana', allow('s3:PutObject', 'arn:aws:s3:::data/raw/*')),
      ],
    },
    {
      name: 'the place is declared, and read by a role of another job',
      resource,
      others: [
        ...settings,
        executionRole('train', read),
        trainingJob('other', { role: 'train', from: 's3://elsewhere/', to: 's3://models/x' }),
      ],
      inputs: { artifacts: { trainingData: ['s3://data/corpus'] } },
    },
  ],
  fail: [
    {
      name: 'a user, an endpoint and a data scientist can',
      resource,
      others: [
        ...world,
        executionRole('serve', read),
        roleWith('Scientist', allow('s3:Get*')),
        userWith('ana', read),
      ],
      inputs: { personas: { ...stewards.personas, dataScientist: ['role/Scientist'] } },
      findings: ['reader:user/ana', 'reader:role/Scientist', 'reader:role/serve'],
    },
    {
      name: 'the role of an endpoint can, whoever else may be a steward',
      resource,
      others: [...world, executionRole('serve', read), roleWith('Somebody', read)],
      findings: ['reader:role/serve'],
    },
    {
      name: 'a role can by the bucket policy alone',
      resource: {
        ...resource,
        policy: present(policyOf({ ...read, Principal: { AWS: roleArn('Guest') } })),
      },
      others: [...world, roleWith('Guest')],
      inputs: stewards,
      findings: ['reader:role/Guest'],
    },
    {
      name: 'a declared place with a wildcard in its bucket is read',
      resource,
      others: [...settings, executionRole('serve', read)],
      inputs: { artifacts: { trainingData: ['s3://da*/raw'] } },
      findings: ['reader:role/serve'],
    },
    {
      name: 'everybody can',
      resource: { ...resource, policy: present(everybody) },
      others: [noOrganization, s3Account(blockOf(false)), job, executionRole('serve')],
      findings: ['reader:anonymous'],
    },
  ],
  unknown: [
    {
      name: 'somebody can who may be a steward that is not declared',
      resource,
      others: [...world, roleWith('Somebody', read)],
      missing: [`inputs.personas.dataSteward, to judge ${roleArn('Somebody')}`],
    },
    {
      name: 'an execution role can whose jobs may be among those that were not listed',
      resource,
      others: [...world, executionRole('prepare', read)],
      universes: listDenied('sagemaker.processing-job'),
      inputs: stewards,
      missing: [`all sagemaker.processing-job in ${region}`],
    },
    {
      name: 'not all roles were listed',
      resource,
      others: world,
      universes: listDenied('iam.role'),
      missing: [`all iam.role in ${region}`],
    },
    {
      name: 'the inputs of a job were not read',
      resource: closedBucket('models-2'),
      others: [...settings, { ...job, inputs: notCollected('denied') }],
      missing: [`inputs of ${job.id}`],
    },
    {
      name: 'the policies of a role were not read',
      resource,
      others: [...world, { ...roleWith('Odd'), inlinePolicies: notCollected('denied') }],
      inputs: stewards,
      missing: ['whether role/Odd can call s3:GetObject'],
    },
  ],
  notApplicable: [
    { name: 'no job reads there', resource: closedBucket('website'), others: world },
    {
      name: 'the bucket holds no artifacts, and an input was not read',
      resource: closedBucket('website'),
      others: [...settings, closedBucket('data'), { ...job, inputs: notCollected('denied') }],
      inputs: { artifactBuckets: ['data'] },
    },
  ],
});
