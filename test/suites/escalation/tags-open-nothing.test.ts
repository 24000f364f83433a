import rule from '../../../suites/escalation/tags-open-nothing.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { present } from '../../../src/model/observed.ts';
import { ofService, scene, weak } from '../../support/escalation.ts';
import { allow, userWith } from '../../support/ml-account.ts';
import { textOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = scene;
const own: JsonObject = { StringEquals: { 'aws:ResourceTag/team': 'fraud' } };
const ofTeam = { ...allow('sagemaker:*'), Sid: 'OfTeam', Condition: own };
const whenMade: JsonObject = { Null: { 'sagemaker:TaggingAction': 'false' } };
const deny = (Action: string, Condition: JsonObject): JsonObject => ({
  Sid: 'Protected',
  Effect: 'Deny',
  Action,
  Resource: '*',
  Condition,
});
const isProtected = { StringEquals: { 'aws:ResourceTag/protected': 'true' } };
const notOwn = { StringNotEquals: { 'aws:ResourceTag/team': 'fraud' } };
const deletes = allow(['sagemaker:Delete*', 'sagemaker:AddTags']);

ruleCases(rule, {
  pass: [
    { name: 'nothing relies on tags', resource: weak(allow('sagemaker:*')), others },
    { name: 'it tags what has the right tag already', resource: weak(ofTeam), others },
    {
      name: 'it tags only what it makes',
      resource: weak(ofTeam, { ...allow('sagemaker:AddTags'), Condition: whenMade }),
      others,
    },
    {
      name: 'it sets other tags alone',
      resource: weak(ofTeam, {
        ...allow('sagemaker:AddTags'),
        Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['cost'] } },
      }),
      others,
    },
    {
      name: 'a Deny by tags denies tagging, too',
      resource: weak(deletes, deny('sagemaker:*', isProtected)),
      others,
    },
    {
      name: 'a Deny for what has not the right tag denies tagging, too',
      resource: weak(deletes, deny('sagemaker:*', notOwn)),
      others,
    },
    {
      name: 'a declared administrator can',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
  ],
  fail: [
    {
      name: 'a role sets the tag that lets it in',
      resource: weak(ofTeam, allow('sagemaker:AddTags')),
      others,
      findings: ['opens:inline policy work of weak:OfTeam'],
    },
    {
      name: 'a user does',
      resource: userWith('eve', ofTeam, allow('sagemaker:AddTags')),
      others,
      findings: ['opens:inline policy own of eve:OfTeam'],
    },
    {
      name: 'it removes the tag that keeps it out',
      resource: weak(deletes, deny('sagemaker:DeleteModel', isProtected)),
      others,
      findings: ['opens:inline policy work of weak:Protected'],
    },
    {
      name: 'it sets the tag without which it is kept out',
      resource: weak(deletes, deny('sagemaker:DeleteModel', notOwn)),
      others,
      findings: ['opens:inline policy work of weak:Protected'],
    },
  ],
  unknown: [
    {
      name: 'the value of the tag is a variable',
      resource: weak(
        deletes,
        deny('sagemaker:DeleteModel', {
          StringEquals: { 'aws:ResourceTag/owner': '${aws:PrincipalTag/other}' },
        }),
      ),
      others,
      missing: ['whether role/weak opens Protected of inline policy work of weak'],
    },
    {
      name: 'a policy is not understood',
      resource: {
        ...weak(),
        inlinePolicies: present([{ name: 'odd', ...textOf('what?') }]),
      },
      others,
      missing: ['inline policy odd of weak'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
