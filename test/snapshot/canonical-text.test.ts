import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../src/model/canonical.ts';
import { canonicalText } from '../../src/snapshot/canonical-text.ts';

describe('canonical text', () => {
  it('is canonical JSON for every value, in order or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalText(value)).to.equal(canonicalJson(value));
        const ordered: unknown = JSON.parse(canonicalJson(value));
        expect(canonicalText(ordered)).to.equal(canonicalJson(value));
      }),
    );
  });

  it('orders names that look like numbers as text', () => {
    expect(canonicalText({ 10: 'a', 9: 'b', x: 'c' })).to.equal('{"10":"a","9":"b","x":"c"}');
  });

  it('keeps a member named __proto__', () => {
    const tags: unknown = JSON.parse('{"__proto__":"x","a":"y"}');
    expect(canonicalText(tags)).to.equal('{"__proto__":"x","a":"y"}');
  });

  it('keeps a backslash in front of ud800', () => {
    expect(canonicalText('\\ud800')).to.equal('"\\\\ud800"');
  });

  for (const [what, value] of [
    ['a lone surrogate', 'a\ud800'],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['NaN', [Number.NaN]],
    ['infinity', { a: Number.POSITIVE_INFINITY }],
    ['undefined', undefined],
    ['a big integer', 1n],
  ] as const)
    it(`refuses ${what}`, () => {
      expect(() => canonicalText(value)).to.throw();
    });
});
