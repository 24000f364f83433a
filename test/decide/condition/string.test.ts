import { testRows } from '../../support/condition-case.ts';

describe('string operators', () => {
  testRows([
    ['StringEquals', ['a'], ['a'], 'yes'],
    ['StringEquals', ['a'], ['A'], 'no'],
    ['StringEquals', ['a', 'b'], ['b'], 'yes'],
    ['StringEquals', ['a', 'b'], ['c'], 'no'],
    ['StringEquals', ['a*'], ['ab'], 'no'],
    ['StringEquals', ['a*'], ['a*'], 'yes'],
    ['StringEquals', [''], [''], 'yes'],
    ['StringEquals', ['a'], undefined, 'no'],
    ['StringEquals', ['a'], [], 'no'],
    ['StringEquals', ['a'], 'unknown', 'maybe'],
    ['StringNotEquals', ['a'], ['b'], 'yes'],
    ['StringNotEquals', ['a'], ['a'], 'no'],
    ['StringNotEquals', ['a', 'b'], ['b'], 'no'],
    ['StringNotEquals', ['a', 'b'], ['c'], 'yes'],
    ['StringNotEquals', ['a'], undefined, 'yes'],
    ['StringNotEquals', ['a'], 'unknown', 'maybe'],
    ['StringEqualsIgnoreCase', ['aB'], ['Ab'], 'yes'],
    ['StringEqualsIgnoreCase', ['aB'], ['Abc'], 'no'],
    ['StringEqualsIgnoreCase', ['A*'], ['ab'], 'no'],
    ['StringNotEqualsIgnoreCase', ['aB'], ['Ab'], 'no'],
    ['StringNotEqualsIgnoreCase', ['aB'], undefined, 'yes'],
    ['StringLike', ['a*'], ['abc'], 'yes'],
    ['StringLike', ['a*'], ['Abc'], 'no'],
    ['StringLike', ['a?c'], ['abc'], 'yes'],
    ['StringLike', ['a?c'], ['ac'], 'no'],
    ['StringLike', ['x', '*c', 'y'], ['abc'], 'yes'],
    ['StringLike', ['*'], [''], 'yes'],
    ['StringLike', ['*'], undefined, 'no'],
    ['StringLike', ['*'], 'unknown', 'maybe'],
    ['StringNotLike', ['a*', 'b*'], ['c'], 'yes'],
    ['StringNotLike', ['a*', 'b*'], ['bc'], 'no'],
    ['StringNotLike', ['a*'], undefined, 'yes'],
  ]);
});

describe('several values of a key without a set operator', () => {
  testRows([
    ['StringEquals', ['a', 'b'], ['a', 'b'], 'yes'],
    ['StringEquals', ['a'], ['a', 'b'], 'maybe'],
    ['StringEquals', ['a'], ['b', 'c'], 'no'],
    ['StringNotEquals', ['a'], ['b', 'c'], 'yes'],
    ['StringNotEquals', ['a'], ['a', 'c'], 'maybe'],
    ['StringNotEquals', ['a', 'c'], ['a', 'c'], 'no'],
  ]);
});
