import rule from '../../../suites/escalation/processing-job-gains-nothing.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, passStrong, strong } from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene];
const does = [passStrong, allow('sagemaker:CreateProcessingJob')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    { name: 'it passes no role', resource: weak(allow('sagemaker:CreateProcessingJob')), others },
    { name: 'it can all that the role can', resource: equal(...does), others },
    {
      name: 'a declared administrator cannot',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
    {
      name: 'it passes roles to another service alone',
      resource: weak(
        {
          ...passStrong,
          Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } },
        },
        allow('sagemaker:CreateProcessingJob'),
      ),
      others,
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
      name: 'the trust policy of the role was not read',
      resource: weak(...does),
      others: [{ ...strong, trustPolicy: notCollected('denied') }, ...others.slice(1)],
      missing: ['whether role/weak starts a processing job with role/strong'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
