import rule from '../../../suites/human-access/studio-url-is-for-own-profile.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { federatedRole, sagemakerArn, settings, userWith } from '../../support/ml-account.ts';
import { serviceLinked } from '../../support/policy.ts';
import { roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const profile = (name: string) => sagemakerArn(`user-profile/d-1/${name}`);
const open = (resource: string, condition?: JsonObject): JsonObject => ({
  ...{ Sid: 'Open', Effect: 'Allow', Action: 'sagemaker:CreatePresignedDomainUrl' },
  Resource: resource,
  ...(condition !== undefined && { Condition: condition }),
});
const every = sagemakerArn('user-profile/*');
const owned = { 'sagemaker:ResourceTag/owner': '${aws:PrincipalTag/owner}' };
const others = settings;

ruleCases(rule, {
  pass: [
    { name: 'no URL can be made', resource: roleWith('Backup'), others },
    { name: 'one profile is named', resource: roleWith('Ana', open(profile('ana'))), others },
    {
      name: 'the profile has the name of the user',
      resource: userWith('ana', open(profile('${aws:username}'))),
      others,
    },
    {
      name: 'the profile has the name in a tag of the session',
      resource: federatedRole('Scientist', open(profile('${aws:PrincipalTag/profile}'))),
      others,
    },
    {
      name: 'a tag of the profile is that of the session',
      resource: federatedRole('Scientist', open(every, { StringEquals: owned })),
      others,
    },
    {
      name: 'a tag of the profile is the name of the user',
      resource: userWith(
        'ana',
        open('*', { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } }),
      ),
      others,
    },
    {
      name: 'a Deny keeps from the profiles of others',
      resource: federatedRole('Scientist', open('*'), {
        ...open('*', { StringNotEquals: owned }),
        Effect: 'Deny',
      }),
      others,
    },
    {
      name: 'a declared administrator opens any',
      resource: roleWith('Admin', open('*')),
      others,
      inputs: { personas: { administrator: ['role/Admin'] } },
      note: `a declared administrator: arn:aws:iam::111122223333:role/Admin can sagemaker:CreatePresignedDomainUrl on arn:aws:sagemaker:*:111122223333:user-profile/*/leastwise-somebody-else (Open of inline policy work of Admin); allowed is e.g. arn:aws:sagemaker:x:111122223333:user-profile/x/leastwise-somebody-else`,
    },
  ],
  fail: [
    {
      name: 'every profile is allowed',
      resource: roleWith('Scientist', open(every)),
      others,
      findings: [`opens:${every}`],
    },
    {
      name: 'all of SageMaker is allowed',
      resource: userWith('ana', { ...open('*'), Action: 'sagemaker:*' }),
      others,
      findings: ['opens:*'],
    },
    {
      name: 'every profile of a domain is allowed beside the own one',
      resource: userWith(
        'ana',
        open(profile('${aws:username}')),
        open(profile('*'), { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }),
      ),
      others,
      findings: [`opens:${profile('*')}`],
    },
    {
      name: 'profiles without the tag are allowed too',
      resource: federatedRole('Scientist', open(every, { StringEqualsIfExists: owned })),
      others,
      findings: [`opens:${every}`],
    },
    {
      name: 'the tag says the team, not who',
      resource: roleWith(
        'Scientist',
        open(every, { StringEquals: { 'sagemaker:ResourceTag/team': 'fraud' } }),
      ),
      others,
      findings: [`opens:${every}`],
    },
    {
      name: 'two profiles are named',
      resource: roleWith('Pair', open(profile('ana')), open(profile('jo'))),
      others,
      findings: ['several-profiles'],
    },
  ],
  unknown: [
    {
      name: 'a condition is not understood',
      resource: roleWith('Scientist', open(every, { StringSame: { 'aws:SourceVpc': 'x' } })),
      others,
      missing: [
        'whether role/Scientist can call sagemaker:CreatePresignedDomainUrl',
        'inline policy work at /Statement/0/Condition/StringSame',
      ],
    },
    {
      name: 'a managed policy is not in the snapshot',
      resource: {
        ...roleWith('Scientist'),
        attachedPolicies: present([{ name: 'x', arn: 'arn:aws:iam::111122223333:policy/x' }]),
      },
      others,
      missing: ['document of arn:aws:iam::111122223333:policy/x'],
    },
    {
      name: 'the policies were not read',
      resource: { ...roleWith('Scientist'), inlinePolicies: notCollected('denied') },
      others,
      missing: ['inlinePolicies'],
    },
  ],
  notApplicable: [
    { name: 'AWS keeps the role', resource: { ...roleWith('x', open('*')), ...serviceLinked } },
  ],
});
