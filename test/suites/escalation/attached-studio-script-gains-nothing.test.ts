import rule from '../../../suites/escalation/attached-studio-script-gains-nothing.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, studio, space } from '../../support/escalation.ts';
import { allow, sagemakerArn, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, ...studio('SSO')];
const does = [allow('sagemaker:CreateStudioLifecycleConfig'), allow('sagemaker:UpdateUserProfile')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    { name: 'it makes no script', resource: weak(allow('sagemaker:UpdateUserProfile')), others },
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
      name: 'it changes the default of the domain',
      resource: weak(allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateDomain'])),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'it changes a space',
      resource: weak(allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateSpace'])),
      others: [...others, space()],
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
      name: 'the role of shared spaces was not read',
      resource: weak(allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateSpace'])),
      others: [
        ...scene,
        ...studio('SSO', { spaceExecutionRole: notCollected('denied') }),
        space({ sharing: present('Shared') }),
      ],
      missing: [
        `spaceExecutionRole (${sagemakerArn('domain/d-1')}) of ${sagemakerArn('space/d-1/lab')}`,
      ],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
