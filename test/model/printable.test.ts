import { expect } from 'chai';
import fc from 'fast-check';
import { printable } from '../../src/model/printable.ts';

describe('printable', () => {
  it('writes control characters, bidirectional controls and lone surrogates as escapes', () => {
    expect(printable('a\u001b[31m\u0000\n\r\t\u009f\u202e\u2066\ufeff\ud800z')).to.equal(
      'a\\x1b[31m\\x00\\n\\r\\t\\x9f\\u{202e}\\u{2066}\\u{feff}\\u{d800}z',
    );
  });

  it('keeps letters, joined emoji and backslashes as they are', () => {
    const text = 'Ünïcode 한 👩‍🔬 🚀 C:\\x';
    expect(printable(text)).to.equal(text);
  });

  it('cuts long texts between characters and counts the rest', () => {
    expect(printable('abcdef', 4)).to.equal('abcd... (2 more characters)');
    expect(printable('abc🚀', 4)).to.equal('abc... (2 more characters)');
  });

  it('never prints what can move the cursor, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        expect(printable(text)).to.match(/^[^\p{Cc}\p{Bidi_Control}\p{Cs}]*$/u);
      }),
    );
  });
});
