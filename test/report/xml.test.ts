import { expect } from 'chai';
import fc from 'fast-check';
import { legalXml, xmlAttribute, xmlText } from '../../src/report/xml.ts';
import { hostile } from '../support/sample-run.ts';
import { parseXml } from '../support/xml.ts';

const anyText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constant(0x5d)), {
  maxLength: 60,
});

describe('XML text', () => {
  it('keeps emoji and Hangul and replaces what XML 1.0 cannot hold', () => {
    expect(legalXml('\ud83d\ude80\ucc08\u0000\u000b\ufffe\uffff\ud800\udc00a\udc00')).to.equal(
      '\ud83d\ude80\ucc08\ufffd\ufffd\ufffd\ufffd\ud800\udc00a\ufffd',
    );
  });

  it('survives a strict parser in attributes and in content', () => {
    const root = parseXml(`<a b="${xmlAttribute(hostile)}">${xmlText(hostile)}</a>`);
    expect([root.attributes['b'], root.text]).to.deep.equal([legalXml(hostile), legalXml(hostile)]);
  });

  it('is read back as it was, but for illegal characters, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (units) => {
        const text = String.fromCharCode(...units);
        const root = parseXml(`<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`);
        expect(root.attributes['b']).to.equal(legalXml(text));
        expect(root.text).to.equal(legalXml(text));
      }),
    );
  });
});
