import { expect } from 'chai';
import { relativeDate } from '../../../src/sandbox/account-file/relative-date.ts';

const now = new Date('2026-11-24T12:00:00.400Z');

describe('relativeDate', () => {
  const cases = {
    now: '2026-11-24T12:00:00.000Z',
    yesterday: '2026-11-23T12:00:00.000Z',
    '40 days ago': '2026-10-15T12:00:00.000Z',
    'an hour ago': '2026-11-24T11:00:00.000Z',
    '1 minute ago': '2026-11-24T11:59:00.000Z',
    '2 months ago': '2026-09-25T12:00:00.000Z',
    'in 2 weeks': '2026-12-08T12:00:00.000Z',
    ' in a year ': '2027-11-24T12:00:00.000Z',
    '2026-11-01': '2026-11-01T00:00:00.000Z',
    '2028-02-29': '2028-02-29T00:00:00.000Z',
    '2026-11-01T23:30:00+02:00': '2026-11-01T21:30:00.000Z',
    '2026-11-01T23:30:15.750Z': '2026-11-01T23:30:15.000Z',
  };
  for (const [text, iso] of Object.entries(cases)) {
    it(`takes "${text}" for ${iso}`, () => {
      expect(relativeDate(text, now)?.toISOString()).to.equal(iso);
    });
  }

  const nonsense = ['', 'soon', '40', 'days ago', '-1 days ago', '2026-02-30', '2026-02-29'];
  const more = ['2026-13-01', '2026-11-01T10:00:00', '2026-02-30T10:00:00Z', 'in 3 days ago'];
  for (const text of [...nonsense, ...more, '2026-11-01T25:00:00Z', '9'.repeat(30) + ' days ago']) {
    it(`does not take "${text}" for a date`, () => {
      expect(relativeDate(text, now)).to.equal(undefined);
    });
  }
});
