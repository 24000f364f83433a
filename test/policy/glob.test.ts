import { expect } from 'chai';
import fc from 'fast-check';
import { globCovers, globMatches, globsMeet, globsOverlap } from '../../src/policy/glob.ts';

const glob = fc.stringMatching(/^[ab*?]{0,7}$/);
const text = fc.stringMatching(/^[ab]{0,7}$/);

function byRegExp(pattern: string, subject: string): boolean {
  const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(subject);
}

describe('globMatches', () => {
  it('agrees with a regular expression', () => {
    fc.assert(
      fc.property(glob, text, (pattern, subject) => {
        expect(globMatches(pattern, subject)).to.equal(byRegExp(pattern, subject));
      }),
    );
  });

  it('treats everything but * and ? as itself', () => {
    expect(globMatches('a.c', 'abc')).to.equal(false);
    expect(globMatches('arn:aws:s3:::m/*', 'arn:aws:s3:::m/a/b')).to.equal(true);
  });
});

describe('globCovers', () => {
  it('never says so of a pattern that matches more', () => {
    fc.assert(
      fc.property(glob, glob, text, (outer, inner, subject) => {
        if (globCovers(outer, inner) && globMatches(inner, subject)) {
          expect(globMatches(outer, subject)).to.equal(true);
        }
      }),
    );
  });

  it('sees that s3:* covers s3:Get* and not the other way', () => {
    expect([globCovers('s3:*', 's3:Get*'), globCovers('s3:Get*', 's3:*')]).to.deep.equal([
      true,
      false,
    ]);
  });
});

describe('globsOverlap', () => {
  it('holds for all patterns that match one text', () => {
    fc.assert(
      fc.property(glob, glob, text, (a, b, subject) => {
        if (globMatches(a, subject) && globMatches(b, subject)) {
          expect(globsOverlap(a, b)).to.equal(true);
        }
      }),
    );
  });

  it('does not hold where no text is matched by both', () => {
    expect(globsOverlap('s3:Get*', 's3:Put*')).to.equal(false);
    expect(globsOverlap('a?', 'a')).to.equal(false);
    expect(globsOverlap('*a', '*b')).to.equal(false);
  });
});

describe('globsMeet', () => {
  it('is a text that both patterns match, wherever they overlap', () => {
    fc.assert(
      fc.property(glob, glob, (a, b) => {
        const meeting = globsMeet(a, b);
        if (meeting === undefined) return;
        expect([globMatches(a, meeting), globMatches(b, meeting)]).to.deep.equal([true, true]);
      }),
    );
  });

  it('is short', () => {
    expect(globsMeet('acme-*-raw-*', 'acme-nlp-*')).to.equal('acme-nlp-raw-');
    expect(globsMeet('a?c*', '?b*')).to.equal('abc');
  });
});
