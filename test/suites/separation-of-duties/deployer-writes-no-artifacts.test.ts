import rule from '../../../suites/separation-of-duties/deployer-writes-no-artifacts.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import {
  allow,
  closedBucket,
  repository,
  settings,
  trainingJob,
  userWith,
} from '../../support/ml-account.ts';
import { serviceLinked } from '../../support/policy.ts';
import { roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const job = {
  ...trainingJob('churn', { role: 'train', from: 's3://data/raw', to: 's3://models/churn' }),
  image: present('111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1'),
};
const places = [closedBucket('data'), closedBucket('models'), ...repository('train')];
const others = [...settings, ...places, job];
const deploy = allow('sagemaker:CreateEndpoint');
const write = allow('s3:PutObject', 'arn:aws:s3:::models/*');
const declared = { inputs: { personas: { deployer: ['role/Deployer'] } } };

ruleCases(rule, {
  pass: [
    { name: 'it deploys and reads', resource: roleWith('Deployer', deploy), others, ...declared },
    { name: 'it writes and does not deploy', resource: roleWith('train', write), others },
    {
      name: 'it writes elsewhere',
      resource: userWith('ci', deploy, allow('s3:*', 'arn:aws:s3:::website/*')),
      others,
    },
  ],
  fail: [
    {
      name: 'a declared deployer writes weights, though it deploys nothing',
      resource: roleWith('Deployer', write),
      others,
      ...declared,
      findings: ['writes:s3://models'],
    },
    {
      name: 'one who deploys removes training data',
      resource: roleWith('Release', deploy, allow('s3:DeleteObject', 'arn:aws:s3:::data/raw/*')),
      others,
      findings: ['writes:s3://data'],
    },
    {
      name: 'a user who deploys pushes images',
      resource: userWith('ci', deploy, allow('ecr:*')),
      others,
      findings: ['writes:images'],
    },
    {
      name: 'an administrator that nobody declared does all',
      resource: roleWith('Admin', allow('*')),
      others,
      findings: ['writes:s3://data', 'writes:s3://models', 'writes:images'],
    },
  ],
  unknown: [
    {
      name: 'a place was not read',
      resource: roleWith('Deployer', deploy),
      others: [...settings, ...places, { ...job, inputs: notCollected('denied') }],
      missing: [`inputs of ${job.id}`],
    },
    {
      name: 'whether it deploys is not understood',
      resource: roleWith('Release', write, {
        ...deploy,
        Condition: { StringSame: { 'aws:SourceVpc': 'x' } },
      }),
      others,
      missing: ['whether role/Release can call sagemaker:CreateEndpoint'],
    },
  ],
  notApplicable: [
    { name: 'AWS keeps the role', resource: { ...roleWith('x', deploy), ...serviceLinked } },
  ],
});
