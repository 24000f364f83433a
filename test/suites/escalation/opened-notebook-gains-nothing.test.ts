import rule from '../../../suites/escalation/opened-notebook-gains-nothing.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, notebook } from '../../support/escalation.ts';
import { allow, sagemakerArn, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, notebook()];
const does = [allow('sagemaker:CreatePresignedNotebookInstanceUrl')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it opens another notebook',
      resource: weak(
        allow(
          'sagemaker:CreatePresignedNotebookInstanceUrl',
          sagemakerArn('notebook-instance/other'),
        ),
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
      name: 'the notebook is stopped and it cannot start it',
      resource: weak(...does),
      others: [...scene, notebook({ status: present('Stopped') })],
    },
    {
      name: 'the notebook is being deleted',
      resource: weak(...does),
      others: [...scene, notebook({ status: present('Deleting') })],
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
      name: 'the role of the notebook was not read',
      resource: weak(...does),
      others: [...scene, notebook({ executionRole: notCollected('denied') })],
      missing: ['executionRole of arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/desk'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
