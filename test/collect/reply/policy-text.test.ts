import { expect } from 'chai';
import { observedPolicyText, policyText } from '../../../src/collect/reply/policy-text.ts';
import { sha256 } from '../../../src/model/canonical.ts';

const call = 'iam:GetPolicyVersion';
const plain = '{"Version":"2012-10-17","Statement":[{"Sid":"a+b 100%","Effect":"Allow"}]}';
const document = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'a+b 100%', Effect: 'Allow' }],
};

describe('policyText', () => {
  it('takes plain JSON as it is, even with a percent sign in it', () => {
    expect(policyText(plain, call)).to.deep.equal({
      state: 'present',
      value: { document, sha256: sha256(plain) },
    });
  });

  it('decodes a URL-encoded document, leaving a plus a plus', () => {
    const encoded = encodeURIComponent(plain).replaceAll('%2B', '+');
    expect(policyText(encoded, call)).to.deep.equal(policyText(plain, call));
  });

  it('takes JSON that begins with white space for plain', () => {
    expect(policyText(`\n ${plain}`, call)).to.deep.include({ state: 'present' });
  });

  for (const [what, text] of [
    ['a cut document', plain.slice(0, 30)],
    ['a cut escape', '%7B%2'],
    ['an empty text', ''],
    ['a text that is no JSON', 'none'],
  ] as const) {
    it(`makes an error of ${what}`, () => {
      const { state, ...rest } = policyText(text, call);
      expect(state).to.equal('error');
      expect(rest).to.deep.include({ call, code: 'UnparsablePolicy' });
    });
  }

  it('leaves a text that could not be read as it is', () => {
    const denied = { state: 'denied', call, code: 'AccessDenied' } as const;
    expect(observedPolicyText(denied, call)).to.equal(denied);
  });
});
