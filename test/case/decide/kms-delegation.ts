import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, allowing, type CaseRow, casesOf, doc, having, key, nothing } from './build.ts';
import { onKey, other, own, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// What a key policy leaves to its account.

const yes = 'allowed';
const no = 'implicitly-denied';
const via = 's3.eu-west-1.amazonaws.com';

function lets(
  principal: JsonValue,
  action: JsonValue = 'kms:*',
  more: JsonObject = {},
): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more };
}

function under(condition: JsonObject): JsonObject {
  return { Condition: condition };
}

const account = lets({ AWS: root });
const delegated = doc(account);
const using = (resource: string, policy: JsonObject = delegated): CasePolicies => ({
  ...allowing('kms:Decrypt', resource),
  resource: policy,
});
const administrators = lets({ AWS: role }, [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:Put*',
  'kms:ScheduleKeyDeletion',
]);
const viaService = doc(
  lets({ AWS: root }, 'kms:*', under({ StringEquals: { 'kms:ViaService': via } })),
);
const perTag = doc(
  lets({ AWS: root }, 'kms:*', under({ StringEquals: { 'aws:PrincipalTag/team': 'ml' } })),
);

const delegation: readonly CaseRow[] = [
  [
    'by-region',
    'An Allow for keys of the region',
    role,
    using(`arn:aws:kms:eu-west-1:${own}:key/*`),
    yes,
  ],
  ['by-other-region', 'For keys of another', role, using(`arn:aws:kms:us-east-1:${own}:key/*`), no],
  ['by-any-region', 'For keys of any', role, using(`arn:aws:kms:*:${own}:key/*`), yes],
  ['by-other-key', 'For another key', role, using(`${key}2`), no],
  [
    'by-alias',
    'An alias is no name of the key in a policy',
    role,
    using(`arn:aws:kms:eu-west-1:${own}:alias/ml`),
    no,
  ],
  [
    'by-alias-condition',
    'Its aliases are in a condition key',
    role,
    {
      ...allowing('kms:*', '*', {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/ml' },
      }),
      resource: delegated,
    },
    yes,
    having({ 'kms:ResourceAliases': ['alias/ml', 'alias/x'] }),
  ],
  [
    'by-alias-condition-other',
    'Of another alias',
    role,
    {
      ...allowing('kms:*', '*', {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/ml' },
      }),
      resource: delegated,
    },
    no,
    having({ 'kms:ResourceAliases': ['alias/x'] }),
  ],
  [
    'own-arn',
    'A key policy may write its own key for the star',
    role,
    { identity: [all], resource: doc({ ...account, Resource: key }) },
    yes,
  ],
  [
    'other-arn',
    'One about another key is about nothing',
    role,
    { identity: [all], resource: doc({ ...account, Resource: `${key}2` }) },
    no,
  ],
  [
    'some-actions',
    'Delegated for other actions',
    role,
    { identity: [all], resource: doc(lets({ AWS: root }, ['kms:Describe*', 'kms:List*'])) },
    no,
  ],
  [
    'some-actions-those',
    'Delegated for these',
    role,
    { identity: [all], resource: doc(lets({ AWS: root }, ['kms:Describe*', 'kms:List*'])) },
    yes,
    { action: 'kms:DescribeKey' },
  ],
  [
    'under-condition',
    'Delegated through a service',
    role,
    { identity: [all], resource: viaService },
    yes,
    having({ 'kms:ViaService': via }),
  ],
  [
    'under-condition-direct',
    'Then not directly',
    role,
    { identity: [all], resource: viaService },
    no,
  ],
  [
    'under-tag',
    'Delegated to those with a tag',
    role,
    { identity: [all], resource: perTag },
    yes,
    having({ 'aws:PrincipalTag/team': 'ml' }),
  ],
  [
    'under-tag-other',
    'Then not to others',
    role,
    { identity: [all], resource: perTag },
    no,
    having({ 'aws:PrincipalTag/team': 'x' }),
  ],
  [
    'other-account-delegated',
    'Delegated to another account',
    role,
    { identity: [all], resource: doc(lets({ AWS: other })) },
    no,
  ],
  [
    'administrator',
    'Who administers a key may not use it',
    role,
    { resource: doc(administrators) },
    no,
  ],
  [
    'administrator-policy',
    'But let himself use it',
    role,
    { resource: doc(administrators) },
    yes,
    { action: 'kms:PutKeyPolicy' },
  ],
  ['user', 'A user, by the account', user, { identity: [all], resource: delegated }, yes],
  [
    'boundary',
    'A boundary limits what is delegated',
    role,
    { identity: [all], boundary: [nothing], resource: delegated },
    no,
  ],
  [
    'session',
    'So does a session policy',
    session,
    { identity: [all], session: [nothing], resource: delegated },
    no,
  ],
  [
    'scp',
    'So does the organisation, the root user too',
    root,
    { scp: [[nothing]], resource: delegated },
    no,
  ],
];

export const cases: readonly Case[] = delegation
  .map(onKey)
  .map(casesOf('kms-delegation', 'A8.1', page.keyPolicy));
