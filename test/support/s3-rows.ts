import { expect } from 'chai';
import type { DecideCase } from '../../src/decide/case.ts';
import { decideCase } from '../../src/decide/decide-case.ts';
import type { Outcome } from '../../src/decide/decision.ts';
import { object, own, role } from '../case/decide/build.ts';

/** What differs from the role Train that reads the object, what applies, and what comes of it. */
export type S3Row = readonly [
  title: string,
  request: Partial<DecideCase['request']>,
  given: Omit<DecideCase, 'request'>,
  expected: Outcome,
];

/** One test a row. */
export function testS3Rows(rows: readonly S3Row[]): void {
  for (const [title, request, given, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      const asked = { principal: role, action: 's3:GetObject', resource: object, ...request };
      const answer = decideCase({ request: { ...asked, resourceAccount: own }, ...given });
      expect(answer.decision, answer.reasons.map(({ text }) => text).join('\n')).to.equal(expected);
    });
  }
}
