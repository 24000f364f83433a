import rule from '../../../suites/escalation/changed-studio-role-gains-nothing.ts';
import { notCollected } from '../../../src/model/observed.ts';
import {
  equal,
  ofService,
  scene,
  weak,
  passStrong,
  studio,
  strong,
} from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene, ...studio('SSO')];
const does = [passStrong, allow('sagemaker:UpdateUserProfile')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    { name: 'it changes no profile', resource: weak(passStrong), others },
    { name: 'it can all that the role can', resource: equal(...does), others },
    {
      name: 'a declared administrator cannot',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
    {
      name: 'people come by IAM and it makes no URL',
      resource: weak(...does),
      others: [...scene, ...studio('IAM')],
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
      name: 'it makes a domain of its own',
      resource: weak(
        passStrong,
        allow([
          'sagemaker:CreateDomain',
          'sagemaker:CreateUserProfile',
          'sagemaker:CreatePresignedDomainUrl',
        ]),
      ),
      others: scene,
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
      missing: ['whether role/weak has a Studio profile or domain work by role/strong'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
