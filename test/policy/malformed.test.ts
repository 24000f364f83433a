import { expect } from 'chai';
import { decideCase } from '../../src/decide/decide-case.ts';
import { policyKinds } from '../../src/policy/lint/finding.ts';
import { lintPolicy } from '../../src/policy/lint/lint-policy.ts';
import { malformedPolicies } from '../support/malformed-policies.ts';

const request = {
  principal: 'arn:aws:iam::111122223333:role/Train',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::models/a',
  resourceAccount: '111122223333',
};

/** These are sound: they only say nothing about the request. */
const sound = new Set([
  'statement an empty list',
  'a very long action',
  'a very long resource',
  'a very long pattern',
  'a hundred thousand statements',
  'a hundred thousand actions',
]);

describe('A malformed policy', function () {
  this.timeout(20_000);

  it('comes in at least 78 forms', () => {
    expect(Object.keys(malformedPolicies).length).to.be.at.least(78);
  });

  for (const [name, document] of Object.entries(malformedPolicies)) {
    it(`never allows, nor breaks anything: ${name}`, () => {
      for (const policies of [
        { identity: [document] },
        ...(name === 'principal in an identity policy' ? [] : [{ resource: document }]),
        { identity: [document], boundary: [document], scp: [[document]] },
      ]) {
        const { decision, reasons } = decideCase({ request, policies });
        expect(decision).to.be.oneOf(['unknown', 'implicitly-denied']);
        expect(reasons).not.to.deep.equal([]);
      }
      for (const type of policyKinds) {
        const findings = lintPolicy({ document, sha256: '' }, type);
        if (!sound.has(name)) expect(findings, type).not.to.deep.equal([]);
      }
    });

    it(`never lets through what may be denied: ${name}`, () => {
      const open = {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
      };
      const { decision } = decideCase({ request, policies: { identity: [open, document] } });
      if (mayDeny(name)) expect(decision).to.equal('unknown');
    });
  }

  it('leaves the prototype of objects alone', () => {
    expect('Effect' in {} || 'Statement' in {}).to.equal(false);
  });
});

/** Forms of which it cannot be told whether they deny. */
function mayDeny(name: string): boolean {
  return /^(null|a number|a text|a list|an empty object|no statement|statement (null|a text)|unknown version)$/.test(
    name,
  );
}
