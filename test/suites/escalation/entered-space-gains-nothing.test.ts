import rule from '../../../suites/escalation/entered-space-gains-nothing.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, studio, space } from '../../support/escalation.ts';
import { allow, sagemakerArn, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, ...studio('SSO'), space()];
const does = [allow('sagemaker:StartSession')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it enters another space',
      resource: weak(allow('sagemaker:StartSession', sagemakerArn('space/d-1/other'))),
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
      name: 'remote access is off and it cannot switch it on',
      resource: weak(...does),
      others: [...scene, ...studio('SSO'), space({ remoteAccess: present('DISABLED') })],
    },
    { name: 'the space is its own', resource: userWith('ana', ...does), others },
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
      name: 'remote access is off and it switches it on',
      resource: weak(...does, allow('sagemaker:UpdateSpace')),
      others: [...scene, ...studio('SSO'), space({ remoteAccess: absent })],
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
      name: 'whether remote access is on was not read',
      resource: weak(...does),
      others: [...scene, ...studio('SSO'), space({ remoteAccess: notCollected('denied') })],
      missing: ['remoteAccess of arn:aws:sagemaker:eu-west-1:111122223333:space/d-1/lab'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
