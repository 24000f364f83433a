import rule from '../../../suites/escalation/new-notebook-gains-nothing.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, passStrong, strong } from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene];
const does = [
  passStrong,
  allow('sagemaker:CreateNotebookInstance'),
  allow('sagemaker:CreatePresignedNotebookInstanceUrl'),
];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it makes notebooks and gets into none',
      resource: weak(passStrong, allow('sagemaker:CreateNotebookInstance')),
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
      name: 'a script gets it in',
      resource: weak(
        passStrong,
        allow([
          'sagemaker:CreateNotebookInstance',
          'sagemaker:CreateNotebookInstanceLifecycleConfig',
        ]),
      ),
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
      missing: ['whether role/weak makes a notebook with role/strong'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
