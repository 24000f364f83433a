import { conditionCasesOf, type ConditionRow } from './build.ts';
import { page, type Case } from './case.ts';

// Several operators, keys and values in one condition; keys of several values.

const ana = 'arn:aws:iam::222222222222:user/Ana';
const mary = 'arn:aws:iam::222222222222:user/Mary';

/** The example of the page: two operators, two keys of one of them, several values of each. */
const three = {
  StringEquals: {
    'aws:PrincipalTag/department': ['finance', 'hr', 'legal'],
    'aws:PrincipalTag/role': ['audit', 'security'],
  },
  ArnLike: { 'aws:PrincipalArn': [ana, mary] },
};

/** Its negation: no value of either key may match. */
const neither = {
  StringNotEquals: {
    'aws:PrincipalTag/department': ['finance', 'hr'],
    'aws:PrincipalTag/role': ['audit', 'security'],
  },
};

function who(department: string, role: string, arn: string): ConditionRow[3] {
  return { ...tags(department, role), 'aws:PrincipalArn': arn };
}

function tags(department: string, role: string): ConditionRow[3] {
  return { 'aws:PrincipalTag/department': department, 'aws:PrincipalTag/role': role };
}

const joined: readonly ConditionRow[] = [
  ['all-three', 'every key has one of its values', three, who('finance', 'audit', ana), true],
  ['all-three-last', 'or the last of them', three, who('legal', 'security', mary), true],
  ['one-of-three', 'one key has another value', three, who('sales', 'audit', ana), false],
  ['second-key', 'the other key of the same operator', three, who('hr', 'dev', ana), false],
  ['second-operator', 'the other operator', three, who('hr', 'audit', `${ana}2`), false],
  [
    'key-missing',
    'one key is missing',
    three,
    { 'aws:PrincipalTag/role': 'audit', 'aws:PrincipalArn': ana },
    false,
  ],
  ['neither', 'no value matches', neither, tags('sales', 'dev'), true],
  ['neither-one', 'one value of one key does', neither, tags('hr', 'dev'), false],
  ['neither-both', 'values of both do', neither, tags('hr', 'audit'), false],
  ['neither-missing', 'both keys are missing', neither, {}, true],
  [
    'neither-half',
    'one key is missing, the other matches',
    neither,
    { 'aws:PrincipalTag/role': 'audit' },
    false,
  ],
  [
    'between',
    'two operators on one key: after the first moment and before the second',
    {
      DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-06-30T23:59:59Z' },
    },
    { 'aws:CurrentTime': '2026-03-01T00:00:00Z' },
    true,
  ],
  [
    'after-both',
    'after both',
    {
      DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-06-30T23:59:59Z' },
    },
    { 'aws:CurrentTime': '2026-07-01T00:00:00Z' },
    false,
  ],
  [
    'names',
    'names of keys know no case',
    { StringEquals: { 'AWS:principaltag/TEAM': 'ml' } },
    { 'aws:PrincipalTag/team': 'ml' },
    true,
  ],
  [
    'null-and-value',
    'Null beside a value',
    { Null: { 'aws:RequestTag/team': 'false' }, StringEquals: { 'aws:RequestTag/team': 'ml' } },
    { 'aws:RequestTag/team': 'ml' },
    true,
  ],
  [
    'null-two',
    'Null of two keys',
    { Null: { 'x:A': 'true', 'x:B': 'true' } },
    { 'x:B': '1' },
    false,
  ],
];

const onlyThese = {
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center'] },
};
const oneOfThese = {
  'ForAnyValue:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center'] },
};
const onlyTheseAndSome = { ...onlyThese, Null: { 'aws:TagKeys': 'false' } };
const readable = {
  'ForAllValues:StringLike': { 'dynamodb:Attributes': ['PostDateTime', 'Message', 'Tags'] },
};
const unit = {
  'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'] },
};
const viaStack = {
  'ForAnyValue:StringEquals': { 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
};
const noneOfThese = { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['owner', 'team'] } };
const someOther = { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['owner', 'team'] } };
const noneLike = { 'ForAllValues:StringNotLike': { 'aws:TagKeys': ['aws:*', 'sys-*'] } };

function keys(...names: readonly string[]): ConditionRow[3] {
  return { 'aws:TagKeys': names };
}

const sets: readonly ConditionRow[] = [
  ['only-both', 'all are in the list', onlyThese, keys('environment', 'cost-center'), true],
  ['only-one', 'the only one is', onlyThese, keys('environment'), true],
  ['only-other', 'one is not', onlyThese, keys('environment', 'dept'), false],
  ['only-none', 'there is none', onlyThese, {}, true],
  ['only-case', 'values know case', onlyThese, keys('Environment'), false],
  ['only-some', 'Null demands that there is one', onlyTheseAndSome, keys('environment'), true],
  ['only-some-none', 'and there is none', onlyTheseAndSome, {}, false],
  ['only-some-empty', 'nor in an empty set', onlyTheseAndSome, keys(), false],
  ['any-one', 'one is in the list', oneOfThese, keys('environment', 'dept'), true],
  ['any-none', 'none is', oneOfThese, keys('dept', 'owner'), false],
  ['any-missing', 'there is none', oneOfThese, {}, false],
  ['any-empty', 'the set is empty', oneOfThese, keys(), false],
  [
    'attributes',
    'attributes of the list',
    readable,
    { 'dynamodb:Attributes': ['PostDateTime', 'Message'] },
    true,
  ],
  [
    'attributes-more',
    'one more',
    readable,
    { 'dynamodb:Attributes': ['PostDateTime', 'UserName'] },
    false,
  ],
  [
    'unit',
    'an account under the unit',
    unit,
    { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/'] },
    true,
  ],
  [
    'unit-other',
    'one under another',
    unit,
    { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/'] },
    false,
  ],
  ['unit-none', 'one in no organisation', unit, {}, false],
  [
    'via',
    'through the service, among others',
    viaStack,
    { 'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
    true,
  ],
  ['via-direct', 'directly', viaStack, {}, false],
  ['none-of', 'none of them', noneOfThese, keys('env', 'dept'), true],
  ['none-of-one', 'one of them', noneOfThese, keys('env', 'team'), false],
  ['none-of-missing', 'none at all', noneOfThese, {}, true],
  ['none-like', 'none is like them', noneLike, keys('env'), true],
  ['none-like-one', 'one is', noneLike, keys('env', 'sys-a'), false],
  ['some-other', 'one is none of them', someOther, keys('owner', 'dept'), true],
  ['some-other-all', 'all are of them', someOther, keys('owner', 'team'), false],
  ['some-other-missing', 'there is none, so none is another', someOther, {}, false],
  [
    'all-numbers',
    'all are small',
    { 'ForAllValues:NumericLessThan': { 'x:Key': '10' } },
    { 'x:Key': [1, 9] },
    true,
  ],
  [
    'all-numbers-one',
    'one is not',
    { 'ForAllValues:NumericLessThan': { 'x:Key': '10' } },
    { 'x:Key': [1, 10] },
    false,
  ],
  [
    'any-arn',
    'one of the ARNs',
    { 'ForAnyValue:ArnLike': { 'x:Key': 'arn:aws:iam::*:role/*' } },
    { 'x:Key': ['arn:aws:iam::1:user/a', 'arn:aws:iam::1:role/b'] },
    true,
  ],
];

export const cases: readonly Case[] = [
  ...joined.flatMap(conditionCasesOf('several', 'A5.1', page.conditionLogic)),
  ...sets.flatMap(conditionCasesOf('values', 'A5.4', page.sets)),
];
