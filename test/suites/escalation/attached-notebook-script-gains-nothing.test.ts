import rule from '../../../suites/escalation/attached-notebook-script-gains-nothing.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, notebook } from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, notebook()];
const does = [
  allow([
    'sagemaker:CreateNotebookInstanceLifecycleConfig',
    'sagemaker:UpdateNotebookInstance',
    'sagemaker:StopNotebookInstance',
    'sagemaker:StartNotebookInstance',
  ]),
];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it cannot have the notebook start anew',
      resource: weak(
        allow([
          'sagemaker:CreateNotebookInstanceLifecycleConfig',
          'sagemaker:UpdateNotebookInstance',
          'sagemaker:StopNotebookInstance',
        ]),
      ),
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
    {
      name: 'the notebook runs and it cannot stop it',
      resource: weak(
        allow([
          'sagemaker:CreateNotebookInstanceLifecycleConfig',
          'sagemaker:UpdateNotebookInstance',
          'sagemaker:StartNotebookInstance',
        ]),
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
    {
      name: 'the notebook is stopped already',
      resource: weak(
        allow([
          'sagemaker:CreateNotebookInstanceLifecycleConfig',
          'sagemaker:UpdateNotebookInstance',
          'sagemaker:StartNotebookInstance',
        ]),
      ),
      others: [...scene, notebook({ status: present('Stopped') })],
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
      name: 'the role of the notebook was not read',
      resource: weak(...does),
      others: [...scene, notebook({ executionRole: notCollected('denied') })],
      missing: ['executionRole of arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/desk'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
