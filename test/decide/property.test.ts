import { expect } from 'chai';
import fc from 'fast-check';
import type { Outcome } from '../../src/decide/decision.ts';
import { decideCase } from '../../src/decide/decide-case.ts';
import { arbitraryCase, caseAndStatement, caseAndValues } from '../support/arbitrary-case.ts';
import { naiveDecision, type NaiveOutcome } from '../support/naive-evaluator/evaluate-case.ts';
import {
  list,
  type NaiveCase,
  type NaiveDocument,
  type NaiveStatement,
} from '../support/naive-evaluator/naive-case.ts';
import { inOtherCase, inOtherForm, reordered } from '../support/vary-case.ts';

/** LEASTWISE_CASES=200000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 20_000);
const few = { numRuns: Math.ceil(numRuns / 10) };
const own = '111122223333';

function decisionOf(given: NaiveCase): Outcome {
  return decideCase(given).decision;
}

function withIdentity({ request, policies }: NaiveCase, statement: NaiveStatement): NaiveCase {
  const document = { Version: '2012-10-17', Statement: statement };
  return { request, policies: { ...policies, identity: [...(policies.identity ?? []), document] } };
}

function withResource({ request, policies }: NaiveCase, statement: NaiveStatement): NaiveCase {
  const { resource: before = { Version: '2012-10-17', Statement: [] } } = policies;
  const resource: NaiveDocument = {
    ...before,
    Statement: [...list(before.Statement), { ...statement, Principal: '*' }],
  };
  return { request, policies: { ...policies, resource } };
}

function share(count: number, total: number): string {
  return `${((100 * count) / total).toFixed(1)} %`;
}

describe('Properties of a decision', function () {
  this.timeout(3_600_000);

  it('agrees with an evaluator that is written straight from the documentation', () => {
    const seen = new Map<NaiveOutcome, number>();
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const expected = naiveDecision(given);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        expect(decisionOf(given)).to.equal(expected);
      }),
      { numRuns },
    );
    const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
    const shares = [...seen].map(([outcome, count]) => `${share(count, total)} ${outcome}`);
    console.log(`      ${String(total)} cases: ${shares.join(', ')}`);
    for (const outcome of ['allowed', 'explicitly-denied', 'implicitly-denied', 'unknown']) {
      expect(seen.get(outcome as NaiveOutcome) ?? 0, outcome).to.be.at.least(0.03 * total);
    }
  });

  it('never allows for a Deny more, and never leaves more in doubt what was denied', () => {
    fc.assert(
      fc.property(caseAndStatement('Deny'), ({ given, statement }) => {
        const before = decisionOf(given);
        for (const more of [withIdentity(given, statement), withResource(given, statement)]) {
          const after = decisionOf(more);
          if (before !== 'allowed') expect(after).not.to.equal('allowed');
          if (before.endsWith('denied')) expect(after).to.be.oneOf([before, 'explicitly-denied']);
        }
      }),
      few,
    );
  });

  it('never denies for an identity Allow more', () => {
    const atLeast: Record<Outcome, readonly Outcome[]> = {
      allowed: ['allowed'],
      unknown: ['unknown', 'allowed'],
      'implicitly-denied': ['implicitly-denied', 'unknown', 'allowed'],
      'explicitly-denied': ['explicitly-denied'],
    };
    fc.assert(
      fc.property(caseAndStatement('Allow'), ({ given, statement }) => {
        expect(decisionOf(withIdentity(given, statement))).to.be.oneOf([
          ...atLeast[decisionOf(given)],
        ]);
      }),
      few,
    );
  });

  it('does not depend on the order of statements, policies, levels, operators, keys and values', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 2, max: 12 }), (given, salt) => {
        expect(decisionOf(reordered(given, salt))).to.equal(decisionOf(given));
      }),
      few,
    );
  });

  it('is the same for a value and a list of one, a statement and a list of one', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        expect(decisionOf(inOtherForm(given))).to.equal(decisionOf(given));
      }),
      few,
    );
  });

  it('does not depend on the case of the names of actions and keys', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        expect(decisionOf(inOtherCase(given))).to.equal(decisionOf(given));
      }),
      few,
    );
  });

  it('takes NotAction for all that Action does not list, NotResource likewise', () => {
    for (const name of ['Action', 'Resource'] as const) {
      const patterns = name === 'Action' ? 'actionPatterns' : 'resourcePatterns';
      fc.assert(
        fc.property(caseAndValues(patterns), ({ given, values }) => {
          const rest = name === 'Action' ? { Resource: '*' } : { Action: '*' };
          const one = onlyIdentity(given, { ...rest, [name]: values });
          const other = onlyIdentity(given, { ...rest, [`Not${name}`]: values });
          expect(`${decisionOf(one)}, ${decisionOf(other)}`).to.be.oneOf([
            'allowed, implicitly-denied',
            'implicitly-denied, allowed',
            // The two readings of a wildcard of an ARN.
            'unknown, unknown',
          ]);
        }),
        few,
      );
    }
  });
});

/** A user whom only one statement can let in; the resource leaves it to the account. */
function onlyIdentity({ request }: NaiveCase, element: Partial<NaiveStatement>): NaiveCase {
  const { action, resource, context = {} } = request;
  const isAlways = action === 'sts:GetCallerIdentity';
  return {
    request: {
      principal: `arn:aws:iam::${own}:user/ada`,
      action: isAlways ? 'kms:ListKeys' : action,
      resource: resource.replace(/:\d{12}:/, `:${own}:`),
      resourceAccount: own,
      context,
    },
    policies: {
      identity: [
        {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', ...element },
        },
      ],
      resource: {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Principal: { AWS: own }, Action: '*', Resource: '*' },
      },
    },
  };
}
