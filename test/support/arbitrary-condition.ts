import fc from 'fast-check';
import type { NaiveRequest, NaiveStatement, Scalar } from './naive-evaluator/naive-case.ts';
import { list, oneIn } from './arbitrary-list.ts';
import { other, own } from './arbitrary-name.ts';

// Few keys with few values, so that policies and requests meet often.

type Block = readonly [operator: string, key: string, values: Scalar | readonly Scalar[]];

interface Family {
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: readonly Scalar[];
}

const single: readonly Family[] = [
  {
    keys: ['aws:PrincipalTag/team', 'x:Text', 'x:text', 'AWS:UserName', 'aws:PrincipalAccount'],
    operators: ['String', 'StringNot'].flatMap((one) => [
      ...[`${one}Equals`, `${one}EqualsIgnoreCase`, `${one}Like`],
    ]),
    values: [
      ...['a', 'b', 'A', 'ab', 'a*', '?', 'a?', own, other, 'ada', '${aws:username}'],
      ...["${aws:PrincipalTag/team, 'b'}", '${aws:principaltag/TEAM}', '${*}', '${x:Text}*'],
    ],
  },
  {
    keys: ['aws:PrincipalArn', 'aws:SourceArn'],
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringLike'],
    values: [
      ...[`arn:aws:iam::${own}:*`, 'arn:aws:iam::*:role/Train', `arn:aws:iam::${own}:role/*`],
      ...[`arn:aws:iam::${own}:user/\${aws:username}`, 'arn:aws:sns:*:*:topic'],
      ...['arn:aws:sns:eu-?est-1:*:*', 'arn:aws:*:*:1:topic'],
    ],
  },
  {
    keys: ['aws:SourceIp'],
    operators: ['IpAddress', 'NotIpAddress'],
    values: ['10.0.0.0/8', '10.1.0.0/16', '192.0.2.1', '2001:db8::/32', '2001:DB8::1', '0.0.0.0/0'],
  },
  {
    keys: ['x:Number', 'X:NUMBER'],
    operators: [
      ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'],
    ].map((order) => `Numeric${order}`),
    values: ['5', 5, '5.0', '10', '9.5', '-1'],
  },
  {
    keys: ['x:Date'],
    operators: [
      ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'],
    ].map((order) => `Date${order}`),
    values: ['2026-01-01T00:00:00Z', '2026-01-01', '1767225600', '2026-01-01T01:00:00+02:00'],
  },
  {
    keys: ['aws:SecureTransport', 'aws:PrincipalIsAWSService', 'aws:ViaAWSService'],
    operators: ['Bool'],
    values: ['true', 'false', true, false],
  },
  { keys: ['x:Bytes'], operators: ['BinaryEquals'], values: ['QUJD', 'QUI=', 'QQ=='] },
  {
    keys: ['aws:PrincipalType', 'aws:ResourceAccount', 'aws:PrincipalServiceName'],
    operators: ['StringEquals', 'StringNotEquals'],
    values: ['User', 'AssumedRole', 'Account', own, 'sagemaker.amazonaws.com'],
  },
];

const multi: Family = {
  keys: ['aws:TagKeys', 'x:Names', 'x:Text'],
  operators: ['ForAllValues', 'ForAnyValue'].flatMap((set) =>
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
    ].map((one) => `${set}:${one}`),
  ),
  values: ['a', 'b', 'ab', 'a*', 'B', '${aws:username}'],
};

/** What no page of IAM settles. */
const doubtful: Family = {
  keys: ['aws:TagKeys', 'x:Names', 'x:Text'],
  operators: ['ForAnyValue:StringEqualsIfExists', 'StringEquals', 'StringNotLike', 'StringMatches'],
  values: ['a', 'b'],
};

const nulls: Family = {
  keys: ['x:Text', 'aws:TagKeys', 'aws:username', 'aws:PrincipalArn', 'aws:SourceIp'],
  operators: ['Null'],
  values: ['true', 'false', true],
};

function blockOf(family: Family, mayBeAbsent: boolean): fc.Arbitrary<Block> {
  const suffix = mayBeAbsent ? fc.constantFrom('', '', 'IfExists') : fc.constant('');
  return fc
    .tuple(oneIn(family.operators), suffix, oneIn(family.keys), list(family.values))
    .map(([operator, ending, key, values]) => [operator + ending, key, values]);
}

const block: fc.Arbitrary<Block> = fc.oneof(
  ...single.map((family, index) => ({
    weight: index === 0 ? 6 : 2,
    arbitrary: blockOf(family, true),
  })),
  { weight: 5, arbitrary: blockOf(multi, false) },
  { weight: 12, arbitrary: blockOf(doubtful, false) },
  { weight: 3, arbitrary: blockOf(nulls, false) },
);

/** Most statements have no condition, or hardly anything would ever match. */
export const condition: fc.Arbitrary<Pick<NaiveStatement, 'Condition'>> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(block, { minLength: 1, maxLength: 2 }) },
  )
  .map((blocks) => (blocks.length === 0 ? {} : { Condition: merged(blocks) }));

/** The same key in another case under one operator would be an oddity. */
function merged(blocks: readonly Block[]): NonNullable<NaiveStatement['Condition']> {
  const merged: Record<string, Record<string, Scalar | readonly Scalar[]>> = {};
  for (const [operator, key, values] of blocks) {
    const keys = merged[operator] ?? {};
    const isNew = Object.keys(keys).every((one) => one.toLowerCase() !== key.toLowerCase());
    merged[operator] = isNew ? { ...keys, [key]: values } : keys;
  }
  return merged;
}

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab', 'ada'), { maxLength: 3 });

export const context: fc.Arbitrary<NonNullable<NaiveRequest['context']>> = fc.record(
  {
    'aws:PrincipalTag/Team': fc.constantFrom('a', 'b', 'ab'),
    'x:Text': fc.constantFrom('a', 'b', 'A', 'ab', 'ada'),
    'aws:TagKeys': names,
    'x:names': names,
    'aws:SourceArn': fc.constantFrom('arn:aws:sns:eu-west-1:1:topic', `arn:aws:sns::${own}:t:a`),
    'aws:SourceIp': fc.constantFrom('10.1.2.3', '10.2.3.4', '192.0.2.1', '2001:db8::1'),
    'x:Number': fc.constantFrom<Scalar>('5', 9, '10', '-1'),
    'x:Date': fc.constantFrom('2025-12-31T23:00:00Z', '2026-01-01T00:00:00Z', '1767225601'),
    'aws:SecureTransport': fc.constantFrom<Scalar>('true', false),
    'x:Bytes': fc.constantFrom('QUJD', 'QQ=='),
  },
  { requiredKeys: [] },
);
