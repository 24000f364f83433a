import { testRows } from '../../support/condition-case.ts';

describe('date operators', () => {
  testRows([
    ['DateEquals', ['2026-01-02T03:04:05Z'], ['2026-01-02T03:04:05Z'], 'yes'],
    ['DateEquals', ['2026-01-02T03:04:05Z'], ['1767323045'], 'yes'],
    ['DateEquals', ['1767323045'], ['2026-01-02T03:04:05Z'], 'yes'],
    ['DateEquals', ['2026-01-02T03:04:05Z'], ['2026-01-02T05:04:05+02:00'], 'yes'],
    ['DateEquals', ['2026-01-02T03:04:05Z'], ['2026-01-01T22:04:05-0500'], 'yes'],
    ['DateEquals', ['2026-01-02T03:04Z'], ['2026-01-02T03:04:00.000Z'], 'yes'],
    ['DateEquals', ['2026-01-02'], ['2026-01-02T00:00:00Z'], 'yes'],
    ['DateEquals', ['2026-01'], ['2026-01-01T00:00:00Z'], 'yes'],
    ['DateEquals', ['2026-01-02'], ['2026-01-03'], 'no'],
    ['DateNotEquals', ['2026-01-02'], ['2026-01-03'], 'yes'],
    ['DateNotEquals', ['2026-01-02'], undefined, 'yes'],
    ['DateLessThan', ['2026-01-02'], ['2026-01-01T23:59:59.999Z'], 'yes'],
    ['DateLessThan', ['2026-01-02'], ['2026-01-02'], 'no'],
    ['DateLessThan', ['2026-01-02'], undefined, 'no'],
    ['DateLessThanEquals', ['2026-01-02'], ['2026-01-02'], 'yes'],
    ['DateGreaterThan', ['2026-01-02'], ['2026-01-02T00:00:01Z'], 'yes'],
    ['DateGreaterThan', ['2026-01-02'], ['2026-01-02'], 'no'],
    ['DateGreaterThanEquals', ['2026-01-02', '2027-01-01'], ['2026-02-01'], 'yes'],
    ['DateGreaterThanEquals', ['2024-02-29'], ['2024-02-28'], 'no'],
  ]);
});

describe('date operators on what is no date', () => {
  testRows([
    ['DateLessThan', ['tomorrow'], ['2026-01-01'], 'maybe'],
    ['DateLessThan', ['2026-02-30'], ['2026-01-01'], 'maybe'],
    ['DateLessThan', ['2026-13-01'], ['2026-01-01'], 'maybe'],
    ['DateLessThan', ['2026-01-01T24:30:00Z'], ['2026-01-01'], 'maybe'],
    ['DateLessThan', ['2026-*'], ['2026-01-01'], 'maybe'],
    ['DateLessThan', ['2026'], ['2025-01-01'], 'maybe'],
    ['DateLessThan', ['2026-01-01'], ['yesterday'], 'no'],
    ['DateNotEquals', ['2026-01-01'], ['yesterday'], 'yes'],
  ]);
});
