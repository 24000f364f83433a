import rule from '../../../suites/escalation/opened-studio-gains-nothing.ts';
import { equal, ofService, scene, weak, studio } from '../../support/escalation.ts';
import { allow, sagemakerArn, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, ...studio('IAM')];
const does = [allow('sagemaker:CreatePresignedDomainUrl')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it opens another profile',
      resource: weak(
        allow('sagemaker:CreatePresignedDomainUrl', sagemakerArn('user-profile/d-1/bob')),
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
      name: 'people come by IAM Identity Center',
      resource: weak(...does),
      others: [...scene, ...studio('SSO')],
    },
    { name: 'the profile is its own', resource: userWith('ana', ...does), others },
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
      name: 'the domain was not read',
      resource: weak(...does),
      others: [...scene, ...studio('IAM').slice(1)],
      missing: ['the domain of arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/ana'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
