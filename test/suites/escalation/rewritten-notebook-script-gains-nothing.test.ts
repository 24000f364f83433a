import rule from '../../../suites/escalation/rewritten-notebook-script-gains-nothing.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, notebook } from '../../support/escalation.ts';
import { allow, sagemakerArn, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, notebook({ lifecycleConfig: present('setup') })];
const does = [allow('sagemaker:UpdateNotebookInstanceLifecycleConfig')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it rewrites another script',
      resource: weak(
        allow(
          'sagemaker:UpdateNotebookInstanceLifecycleConfig',
          sagemakerArn('notebook-instance-lifecycle-config/other'),
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
      name: 'the notebook has no script',
      resource: weak(...does),
      others: [...scene, notebook()],
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
      name: 'which script the notebook has was not read',
      resource: weak(...does),
      others: [...scene, notebook({ lifecycleConfig: notCollected('denied') })],
      missing: [
        'lifecycleConfig of arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/desk',
      ],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
