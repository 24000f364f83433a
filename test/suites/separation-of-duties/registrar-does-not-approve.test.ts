import rule from '../../../suites/separation-of-duties/registrar-does-not-approve.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { build } from '../../support/build.ts';
import {
  allow,
  executionRole,
  sagemakerArn,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { serviceLinked } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const group = (name: string) =>
  build(
    'sagemaker.model-package-group',
    {},
    { id: sagemakerArn(`model-package-group/${name}`), name },
  );
const others = [...settings, group('fraud'), group('churn')];
const packages = (name: string) => sagemakerArn(`model-package/${name}/*`);
const status = (...values: readonly string[]): JsonObject => ({
  Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': values } },
});
const register = (resource = '*'): JsonObject => ({
  ...allow('sagemaker:CreateModelPackage', resource),
  ...status('PendingManualApproval', 'Rejected'),
});
const approve = (resource = '*') => allow('sagemaker:UpdateModelPackage', resource);
const both = ['churn', 'fraud'].map((name) => `registers-and-approves:${name}`);

ruleCases(rule, {
  pass: [
    { name: 'it registers what is pending', resource: executionRole('train', register()), others },
    { name: 'it approves', resource: roleWith('Reviewer', approve()), others },
    {
      name: 'it registers in one group, and approves in another',
      resource: roleWith('Scientist', register(packages('fraud')), approve(packages('churn'))),
      others,
    },
    {
      name: 'it registers and updates, and never to Approved',
      resource: userWith('ana', register(), { ...approve(), ...status('Rejected') }),
      others,
    },
    {
      name: 'a Deny keeps it from approving',
      resource: roleWith('Scientist', allow('sagemaker:*'), {
        ...allow('sagemaker:*'),
        ...status('Approved'),
        Effect: 'Deny',
      }),
      others,
    },
    {
      name: 'a declared administrator does neither',
      resource: roleWith('Admin'),
      others,
      inputs: { personas: { administrator: ['role/Admin'] } },
      note: 'a declared administrator',
    },
    { name: 'there is no group', resource: roleWith('Admin', allow('*')), others: settings },
  ],
  fail: [
    {
      name: 'it registers and approves in every group',
      resource: roleWith('Scientist', register(), approve()),
      others,
      findings: both.toReversed(),
    },
    {
      name: 'what it registers is free to be approved at once',
      resource: executionRole('train', allow('sagemaker:CreateModelPackage')),
      others,
      findings: both.toReversed(),
    },
    {
      name: 'a user does both in one group',
      resource: userWith('ana', register(), approve(packages('churn'))),
      others,
      findings: ['registers-and-approves:churn'],
    },
  ],
  unknown: [
    {
      name: 'a condition is not understood',
      resource: roleWith('Scientist', register(), {
        ...approve(packages('fraud')),
        Condition: { StringSame: { 'aws:SourceVpc': 'x' } },
      }),
      others,
      missing: ['whether role/Scientist can call sagemaker:UpdateModelPackage'],
    },
    {
      name: 'the groups could not be listed',
      resource: roleWith('Scientist', register(), approve()),
      others: settings,
      universes: listDenied('sagemaker.model-package-group'),
      missing: ['all sagemaker.model-package-group in eu-west-1'],
    },
  ],
  notApplicable: [
    { name: 'AWS keeps the role', resource: { ...roleWith('x', approve()), ...serviceLinked } },
  ],
});
