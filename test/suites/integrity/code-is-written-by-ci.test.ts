import rule from '../../../suites/integrity/code-is-written-by-ci.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { region } from '../../support/build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  settings,
  trainingJob,
  userWith,
} from '../../support/ml-account.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = closedBucket('code');
const write = allow('s3:PutObject', 'arn:aws:s3:::code/*');
const job = {
  ...trainingJob('churn', { role: 'train', from: 's3://data/raw', to: 's3://models/x' }),
  codeUri: present('s3://code/churn/sourcedir.tar.gz'),
};
const world = [...settings, job, executionRole('train', allow('s3:GetObject'))];
const ci = { personas: { pipeline: ['role/Build'] } };

ruleCases(rule, {
  pass: [
    { name: 'nobody can write it', resource, others: world },
    {
      name: 'the declared pipeline, a publisher of images and an administrator can',
      resource,
      others: [
        ...world,
        roleWith('Build', write),
        roleWith('Publish', write),
        roleWith('Admin', allow('*')),
      ],
      inputs: {
        personas: {
          ...ci.personas,
          imagePublisher: ['role/Publish'],
          administrator: ['role/Admin'],
        },
      },
      note: 'declared administrators can as well: role/Admin',
    },
    {
      name: 'others write other code',
      resource,
      others: [...world, userWith('ana', allow('s3:PutObject', 'arn:aws:s3:::code/scratch/*'))],
      inputs: ci,
    },
  ],
  fail: [
    {
      name: 'a user and a data scientist can',
      resource,
      others: [...world, userWith('ana', write), roleWith('Scientist', allow('s3:*'))],
      inputs: ci,
      findings: ['writer:user/ana', 'writer:role/Scientist'],
    },
    {
      name: 'the role that runs it can, though no pipeline is declared',
      resource,
      others: [...settings, job, executionRole('train', write)],
      findings: ['writer:role/train'],
    },
    {
      name: 'a role can write in a declared place',
      resource,
      others: [...settings, roleWith('Scientist', write)],
      inputs: { ...ci, artifacts: { code: ['s3://code/lib/'] } },
      findings: ['writer:role/Scientist'],
    },
  ],
  unknown: [
    {
      name: 'somebody can, and no pipeline is declared',
      resource,
      others: [...world, roleWith('Build', write)],
      missing: [`inputs.personas.pipeline, to judge ${roleArn('Build')}`],
    },
    {
      name: 'not all users were listed',
      resource,
      others: world,
      universes: listDenied('iam.user'),
      missing: [`all iam.user in ${region}`],
    },
    {
      name: 'where a job has its code was not read',
      resource,
      others: [...settings, { ...job, codeUri: notCollected('denied') }],
      missing: [`codeUri of ${job.id}`],
    },
  ],
  notApplicable: [{ name: 'no code lies there', resource: closedBucket('data'), others: world }],
});
