import rule from '../../../suites/escalation/written-code-gains-nothing.ts';
import {
  equal,
  ofService,
  scene,
  weak,
  model,
  serving,
  weights,
} from '../../support/escalation.ts';
import { allow, executionRole, trainingJob, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, model, ...serving, weights];
const does = [allow('s3:PutObject', 'arn:aws:s3:::weights/*')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it writes elsewhere',
      resource: weak(allow('s3:PutObject', 'arn:aws:s3:::weights/other/*')),
      others,
    },
    { name: 'it can all that the role can', resource: equal(...does), others },
    {
      name: 'it is the role whose job writes the weights',
      resource: executionRole('trainer', ...does),
      others: [
        ...others,
        trainingJob('scorer', {
          role: 'trainer',
          from: 's3://models/x',
          to: 's3://weights/scorer',
        }),
      ],
    },
    {
      name: 'a declared administrator cannot',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
    {
      name: 'nothing serves the model',
      resource: weak(...does),
      others: [...scene, model, weights],
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
      name: 'not all endpoints were listed',
      resource: weak(),
      others,
      universes: listDenied('sagemaker.endpoint'),
      missing: ['all sagemaker.endpoint in eu-west-1'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
