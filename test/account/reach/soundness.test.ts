import { expect } from 'chai';
import fc from 'fast-check';
import type { Account } from '../../../src/account/account.ts';
import { accessMatrix } from '../../../src/account/reach/matrix/access-matrix.ts';
import type { Reach, ReachQuestion } from '../../../src/account/reach/reach-answer.ts';
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

/** The witness is allowed, with exactly its context, and the subject can have this one. */
function expectWitness(account: Account, { action }: ReachQuestion, { subject, answer }: Reach) {
  const [first, ...further] = answer.pairs;
  const { witness } = first;
  if (witness === undefined) return expect.fail('a yes without a witness');
  const contexts = further.map((one) => one.witness?.context ?? {});
  const context: typeof witness.context = Object.assign({}, ...contexts, witness.context);
  const request = { principal: subject.principal, resource: witness.resource, context };
  const replayed = canDo(account, action, request);
  const told = JSON.stringify([action, subject, request]);
  expect(unfitKeys(account, subject, context), told).to.deep.equal([]);
  expect(replayed.pairs[0]?.decision.outcome, told).to.equal('allowed');
  if (further.length > 0) expect(replayed.outcome, told).to.equal('allowed');
}

function expectSameMatrix(account: Account, action: string): void {
  const matrix = accessMatrix(account, action);
  for (const [row, { principal, name }] of matrix.subjects.entries()) {
    for (const [column, bucket] of matrix.buckets.entries()) {
      const { is } = account.reach(principal, { action, resource: `${bucket}/*` });
      expect(matrix.is(row, column), `${name} ${action} ${bucket}`).to.equal(is);
    }
  }
}

function isPrincipal(part: unknown): part is { readonly id: string } {
  const { kind } = part as { readonly kind: string };
  return kind === 'iam.role' || kind === 'iam.user';
}

function answerFor(account: Account, question: ReachQuestion, id: string): 'no' | 'may' | 'yes' {
  const { reaches } = account.whoCan(question);
  return reaches.find(({ subject }) => subject.name === id)?.answer.is ?? 'no';
}

describe('Who can, over whole accounts', function () {
  this.timeout(20_000_000);

  it('leaves nobody out who can, and has a witness for everybody who it says can', () => {
    const seen = { requests: 0, allowed: 0, yes: 0, may: 0 };
    fc.assert(
      fc.property(accountParts, questions, sampleRequests, (parts, asked, samples) => {
        const account = accountOf(parts);
        const { question } = asked;
        const who = account.whoCan(question);
        for (const sample of samples) {
          const request = concreteRequest(account, asked, sample);
          if (request === undefined) continue;
          seen.requests += 1;
          if (canDo(account, question.action, request).outcome !== 'allowed') continue;
          seen.allowed += 1;
          if (!isCovered(account, who, request)) {
            expect.fail(`left out: ${JSON.stringify([question, request])}`);
          }
        }
        for (const reach of who.reaches) {
          seen[reach.answer.is === 'yes' ? 'yes' : 'may'] += 1;
          if (reach.answer.is === 'yes') expectWitness(account, question, reach);
        }
        if (/^s3:(get|put)object$/i.test(question.action)) {
          expectSameMatrix(account, question.action);
        }
      }),
      { numRuns },
    );
    const told = JSON.stringify(seen);
    expect(seen.allowed / seen.requests, told).to.be.above(0.02);
    expect(seen.may / (seen.may + seen.yes), told).to.be.below(0.35);
    if (process.env['LEASTWISE_CASES']) process.stderr.write(`${told}\n`);
  });

  it('says the same of a role or user, whoever else there is', () => {
    const seen = { no: 0, may: 0, yes: 0 };
    fc.assert(
      fc.property(accountParts, questions, (parts, { question }) => {
        // Roles are resources of this one.
        if (question.action === 'sts:AssumeRole') return;
        const together = accountOf(parts);
        for (const { id } of parts.filter(isPrincipal)) {
          const alone = accountOf(parts.filter((one) => !isPrincipal(one) || one.id === id));
          const is = answerFor(together, question, id);
          seen[is] += 1;
          expect(is, `${id} ${JSON.stringify(question)}`).to.equal(answerFor(alone, question, id));
        }
      }),
      { numRuns },
    );
    expect(Math.min(seen.no, seen.may, seen.yes), JSON.stringify(seen)).to.be.above(0);
  });
});
