import { expect } from 'chai';
import fc from 'fast-check';
import { accountParts, accountOf } from '../../support/arbitrary-account.ts';
import {
  canDo,
  concreteRequest,
  isCovered,
  questions,
  sampleRequests,
} from '../../support/account-request.ts';
import { unfitKeys } from '../../support/fit-witness.ts';

// Whole accounts: whoever the concrete engine lets do something in a context that he can have must be
// on the list of those who can or may; and who is on it as one who can has a witness that holds.

/** LEASTWISE_CASES=20000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 300);

describe('Who can, over whole accounts', function () {
  this.timeout(7_200_000);

  it('leaves nobody out who can, and has a witness for everybody who it says can', () => {
    const seen = { allowed: 0, yes: 0, may: 0, requests: 0 };
    fc.assert(
      fc.property(accountParts, questions, sampleRequests, (parts, asked, samples) => {
        const account = accountOf(parts);
        const { action } = asked.question;
        const who = account.whoCan(asked.question);
        for (const sample of samples) {
          const request = concreteRequest(account, asked, sample);
          if (request === undefined) continue;
          seen.requests += 1;
          if (canDo(account, action, request).outcome !== 'allowed') continue;
          seen.allowed += 1;
          if (!isCovered(account, who, request)) {
            expect.fail(`left out: ${JSON.stringify([asked.question, request, who.reaches])}`);
          }
        }
        for (const { subject, answer } of who.reaches) {
          seen[answer.is === 'yes' ? 'yes' : 'may'] += 1;
          if (answer.is !== 'yes') continue;
          const [first, ...further] = answer.pairs;
          const witness = first.witness;
          if (witness === undefined) return expect.fail('a yes without a witness');
          const all = [first, ...further].map((one) => one.witness?.context ?? {});
          const context: typeof witness.context = Object.assign({}, ...all.reverse());
          const request = { principal: subject.principal, resource: witness.resource, context };
          const replayed = canDo(account, action, request);
          const told = JSON.stringify([asked.question, subject, context, witness.resource]);
          expect(unfitKeys(account, subject, context), told).to.deep.equal([]);
          expect(replayed.pairs[0]?.decision.outcome, told).to.equal('allowed');
          if (further.length > 0) expect(replayed.outcome, told).to.equal('allowed');
        }
      }),
      { numRuns },
    );
    expect(seen.allowed / seen.requests, JSON.stringify(seen)).to.be.above(0.02);
    if (process.env['LEASTWISE_CASES']) process.stderr.write(`${JSON.stringify(seen)}\n`);
  });
});
