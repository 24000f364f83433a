import { testRows } from '../../support/condition-case.ts';

describe('numeric operators', () => {
  testRows([
    ['NumericEquals', ['5'], ['5'], 'yes'],
    ['NumericEquals', ['5'], ['5.0'], 'yes'],
    ['NumericEquals', ['5'], ['05'], 'yes'],
    ['NumericEquals', ['5', '6'], ['6'], 'yes'],
    ['NumericEquals', ['-0.5'], ['-0.50'], 'yes'],
    ['NumericEquals', ['5'], ['5.1'], 'no'],
    ['NumericEquals', ['12345678901234567890'], ['12345678901234567890'], 'yes'],
    ['NumericEquals', ['12345678901234567890'], ['12345678901234567891'], 'no'],
    ['NumericLessThan', ['0.10000000000000000002'], ['0.10000000000000000001'], 'yes'],
    ['NumericGreaterThan', ['-12345678901234567891'], ['-12345678901234567890'], 'yes'],
    ['NumericNotEquals', ['5'], ['6'], 'yes'],
    ['NumericNotEquals', ['5', '6'], ['6'], 'no'],
    ['NumericNotEquals', ['5'], undefined, 'yes'],
    ['NumericLessThan', ['10'], ['9'], 'yes'],
    ['NumericLessThan', ['10'], ['10'], 'no'],
    ['NumericLessThan', ['10'], undefined, 'no'],
    ['NumericLessThanEquals', ['10'], ['10'], 'yes'],
    ['NumericLessThanEquals', ['10'], ['10.5'], 'no'],
    ['NumericGreaterThan', ['10'], ['9'], 'no'],
    ['NumericGreaterThan', ['10'], ['10.0001'], 'yes'],
    ['NumericGreaterThanEquals', ['10'], ['10'], 'yes'],
    ['NumericGreaterThanEquals', ['10'], ['-11'], 'no'],
  ]);
});

describe('numeric operators on what is no number', () => {
  testRows([
    ['NumericEquals', ['5'], ['five'], 'no'],
    ['NumericEquals', ['5'], [''], 'no'],
    ['NumericLessThan', ['5'], ['NaN'], 'no'],
    ['NumericNotEquals', ['5'], ['five'], 'yes'],
    ['NumericEquals', ['five'], ['5'], 'maybe'],
    ['NumericNotEquals', ['five'], ['5'], 'maybe'],
    ['NumericEquals', ['five', '5'], ['5'], 'yes'],
    ['NumericLessThan', ['Infinity'], ['5'], 'maybe'],
    ['NumericLessThan', ['0x10'], ['5'], 'maybe'],
    ['NumericEquals', ['9'.repeat(200)], ['5'], 'maybe'],
  ]);
});
