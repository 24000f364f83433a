import { testRows } from '../../support/condition-case.ts';

describe('set operators', () => {
  testRows([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'no'],
    ['ForAllValues:StringEquals', ['a'], undefined, 'yes'],
    ['ForAllValues:StringEquals', ['a'], [], 'yes'],
    ['ForAllValues:StringEquals', ['a'], 'unknown', 'maybe'],
    ['ForAllValues:StringLike', ['a*', 'b'], ['ax', 'b'], 'yes'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], 'yes'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'b'], 'no'],
    ['ForAllValues:StringNotEquals', ['a'], undefined, 'yes'],
    ['ForAllValues:StringEqualsIfExists', ['a'], undefined, 'yes'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], 'yes'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], 'no'],
    ['ForAnyValue:StringEquals', ['a'], undefined, 'no'],
    ['ForAnyValue:StringEquals', ['a'], [], 'no'],
    ['ForAnyValue:StringEquals', ['a'], 'unknown', 'maybe'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], 'yes'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], 'no'],
    ['ForAnyValue:StringNotEquals', ['a'], undefined, 'no'],
    ['ForAnyValue:ArnLike', ['arn:aws:s3:::b*'], ['x', 'arn:aws:s3:::bc'], 'yes'],
    ['ForAnyValue:Bool', ['true'], ['false', 'true'], 'yes'],
    ['ForAllValues:NumericLessThan', ['5'], ['1', '4'], 'yes'],
    ['ForAllValues:NumericLessThan', ['5'], ['1', '5'], 'no'],
  ]);
});

describe('what the documentation contradicts itself on', () => {
  testRows([
    ['ForAnyValue:StringEqualsIfExists', ['a'], undefined, 'maybe'],
    ['ForAnyValue:StringEqualsIfExists', ['a'], ['a'], 'yes'],
    ['ForAllValues:StringEquals', ['a'], [''], 'maybe'],
    ['ForAllValues:StringEquals', [''], [''], 'yes'],
    ['ForAnyValue:StringLike', ['*'], [''], 'maybe'],
    ['ForAnyValue:StringLike', ['a*'], [''], 'no'],
    ['Bool', ['${aws:ViaAWSService}'], ['true'], 'maybe'],
  ]);
});

describe('IfExists', () => {
  testRows([
    ['StringEqualsIfExists', ['a'], undefined, 'yes'],
    ['StringEqualsIfExists', ['a'], ['b'], 'no'],
    ['StringEqualsIfExists', ['a'], ['a'], 'yes'],
    ['StringEqualsIfExists', ['a'], 'unknown', 'maybe'],
    ['StringNotEqualsIfExists', ['a'], undefined, 'yes'],
    ['StringNotEqualsIfExists', ['a'], ['a'], 'no'],
    ['BoolIfExists', ['true'], undefined, 'yes'],
    ['NumericLessThanIfExists', ['3'], undefined, 'yes'],
    ['DateLessThanIfExists', ['2026-01-01'], undefined, 'yes'],
    ['IpAddressIfExists', ['192.0.2.0/24'], undefined, 'yes'],
    ['ArnLikeIfExists', ['arn:aws:s3:::b'], undefined, 'yes'],
    ['BinaryEqualsIfExists', ['QQ=='], undefined, 'yes'],
  ]);
});

describe('what AWS would reject', () => {
  testRows([
    ['StringEqual', ['a'], ['a'], 'maybe'],
    ['stringequals', ['a'], ['a'], 'maybe'],
    ['ForSomeValues:StringEquals', ['a'], ['a'], 'maybe'],
    ['NullIfExists', ['true'], undefined, 'maybe'],
    ['ForAllValues:Null', ['true'], undefined, 'maybe'],
    ['constructor', ['a'], ['a'], 'maybe'],
    ['StringEquals', [], ['a'], 'maybe'],
    ['StringNotEquals', [], undefined, 'maybe'],
    ['Null', [], undefined, 'maybe'],
  ]);
});
