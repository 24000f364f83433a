import rule from '../../../suites/escalation/reused-role-gains-nothing.ts';
import { notCollected } from '../../../src/model/observed.ts';
import {
  equal,
  ofService,
  scene,
  weak,
  pipeline,
  model,
  serving,
  weights,
} from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, pipeline, model, weights];
const does = [allow('sagemaker:UpdatePipeline')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it replaces a model that it cannot have served',
      resource: weak(allow('s3:PutObject', 'arn:aws:s3:::weights/*')),
      others,
    },
    { name: 'it can all that the role can', resource: equal(...does), others },
    {
      name: 'a declared administrator cannot',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
  ],
  fail: [
    {
      name: 'a role can, and gains by it',
      resource: weak(...does),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'a user can',
      resource: userWith('eve', ...does),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'it replaces a model and has it score',
      resource: weak(allow(['s3:PutObject', 'sagemaker:CreateTransformJob'])),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'it replaces a model and puts a configuration of it behind an endpoint',
      resource: weak(allow(['s3:PutObject', 'sagemaker:UpdateEndpoint'])),
      others: [...others, ...serving.slice(0, 1)],
      findings: ['acts-as:role/strong'],
    },
  ],
  unknown: [
    {
      name: 'not all users were listed',
      resource: weak(),
      others,
      universes: listDenied('iam.user'),
      missing: ['all iam.user in eu-west-1'],
    },
    {
      name: 'the role of the pipeline was not read',
      resource: weak(...does),
      others: [...scene, { ...pipeline, executionRole: notCollected('denied') }],
      missing: ['executionRole of arn:aws:sagemaker:eu-west-1:111122223333:pipeline/weekly'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
