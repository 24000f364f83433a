import { testRows } from '../../support/condition-case.ts';

describe('Bool', () => {
  testRows([
    ['Bool', ['true'], ['true'], 'yes'],
    ['Bool', ['True'], ['TRUE'], 'yes'],
    ['Bool', ['false'], ['true'], 'no'],
    ['Bool', ['true', 'false'], ['false'], 'yes'],
    ['Bool', ['true'], undefined, 'no'],
    ['Bool', ['false'], undefined, 'no'],
    ['Bool', ['true'], ['yes'], 'no'],
    ['Bool', ['yes'], ['true'], 'maybe'],
    ['Bool', ['true'], 'unknown', 'maybe'],
  ]);
});

describe('Null', () => {
  testRows([
    ['Null', ['true'], undefined, 'yes'],
    ['Null', ['true'], [], 'yes'],
    ['Null', ['true'], ['a'], 'no'],
    ['Null', ['false'], undefined, 'no'],
    ['Null', ['False'], ['a'], 'yes'],
    ['Null', ['true'], 'unknown', 'maybe'],
    ['Null', ['true', 'false'], undefined, 'yes'],
    ['Null', ['true', 'false'], ['a'], 'yes'],
    ['Null', ['true', 'false'], 'unknown', 'yes'],
    ['Null', ['perhaps'], undefined, 'maybe'],
  ]);
});

describe('BinaryEquals', () => {
  testRows([
    ['BinaryEquals', ['QmluYXJ5VmFsdWVJbkJhc2U2NA=='], ['QmluYXJ5VmFsdWVJbkJhc2U2NA=='], 'yes'],
    ['BinaryEquals', ['QQ=='], ['QR=='], 'yes'],
    ['BinaryEquals', ['QQ=='], ['Qg=='], 'no'],
    ['BinaryEquals', ['QQ==', 'Qg=='], ['Qg=='], 'yes'],
    ['BinaryEquals', ['QQ=='], ['qq=='], 'no'],
    ['BinaryEquals', ['QQ=='], undefined, 'no'],
    ['BinaryEquals', ['QQ=='], ['not base64'], 'no'],
    ['BinaryEquals', ['not base64'], ['QQ=='], 'maybe'],
  ]);
});
