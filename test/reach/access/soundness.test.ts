import { expect } from 'chai';
import fc from 'fast-check';
import { settingsOf, policySetOf } from '../../../src/decide/case-policies.ts';
import { requestOf } from '../../../src/decide/case-request.ts';
import type { DecideCase } from '../../../src/decide/case.ts';
import { compilePolicySet } from '../../../src/decide/compile-policy-set.ts';
import { contextOf } from '../../../src/decide/context.ts';
import { decide } from '../../../src/decide/decide.ts';
import { derivedContext } from '../../../src/decide/derived-context.ts';
import type { Request } from '../../../src/decide/request.ts';
import { allowedRequest } from '../../../src/reach/access/allowed-request.ts';
import type { AccessQuestion } from '../../../src/reach/access/access-question.ts';
import { areasOf } from '../../../src/reach/access/area.ts';
import type { Domain } from '../../../src/reach/domain.ts';
import { keyDomain } from '../../../src/reach/key-domain.ts';
import { context } from '../../support/arbitrary-condition.ts';
import { arbitraryCase } from '../../support/arbitrary-case.ts';

// All layers together: what the concrete engine allows to one request of a set must be seen by the
// symbolic one, and what that one finds the concrete one must allow.

/** LEASTWISE_CASES=100000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 3000);

function questionOf(
  { policies = {}, settings = {} }: DecideCase,
  request: Request,
): AccessQuestion {
  const { principal, action, resource, resourceAccount } = request;
  const known = derivedContext(principal, resourceAccount, contextOf({}));
  return {
    set: compilePolicySet(policySetOf(policies), settingsOf(settings)),
    caller: { name: 'the caller', principal },
    action,
    areas: areasOf(action, [resource === '*' ? '*' : resource.replace(/[^:/]*$/, '*')]),
    resourceAccount,
    domainOf: (key) => domainOf(key, known.get(key)),
    contextOf: (found) => derivedContext(principal, resourceAccount, contextOf(found)),
  };
}

/** What does not follow from the caller may be anything or missing. */
function domainOf(key: string, value: readonly string[] | 'unknown' | undefined): Domain {
  if (value !== undefined && value !== 'unknown') {
    return { is: 'fixed', values: value, context: contextOf({ [key]: value }) };
  }
  const domain = keyDomain(key);
  return domain.is === 'open' ? { ...domain, missing: 'possible' } : domain;
}

describe('The symbolic engine over all layers', function () {
  this.timeout(1_800_000);

  it('never says no where some request is allowed', () => {
    const seen = { no: 0, yes: 0, may: 0 };
    let allowed = 0;
    fc.assert(
      fc.property(arbitraryCase, fc.array(context, { maxLength: 8 }), (given, contexts) => {
        const one = given as unknown as DecideCase; // the naive case is the same in JSON
        const request = requestOf(one.request);
        const question = questionOf(one, request);
        const answer = allowedRequest(question);
        seen[answer.is] += 1;
        const { principal, resourceAccount } = request;
        const samples = [one.request.context ?? {}, ...contexts].map((written) => ({
          ...request,
          context: derivedContext(principal, resourceAccount, contextOf(written)),
        }));
        const decided = samples.map((each) => decide(question.set, each).outcome);
        if (decided.includes('allowed')) {
          allowed += 1;
          expect(answer.is).to.not.equal('no');
        }
        if (answer.is !== 'yes') return;
        const { action, resource, context: found } = answer.witness;
        const replayed = decide(question.set, {
          principal,
          action,
          resource,
          resourceAccount,
          context: question.contextOf(found),
        });
        expect(replayed.outcome).to.equal('allowed');
        expect(answer.way).to.be.an('array');
      }),
      { numRuns },
    );
    expect(allowed / numRuns, 'allowed').to.be.above(0.1);
    expect(seen.no / numRuns, 'no').to.be.above(0.1);
    expect(seen.yes / numRuns, 'yes').to.be.above(0.1);
    expect(seen.may / numRuns, `may ${JSON.stringify(seen)}`).to.be.below(0.3);
  });
});
