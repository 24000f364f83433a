import { expect } from 'chai';
import fc from 'fast-check';
import { parseCsv } from '../../../src/collect/reply/csv.ts';

describe('parseCsv', () => {
  it('reads rows with either line end, and leaves empty lines out', () => {
    expect(parseCsv('a,b\r\n1,2\n\n3,\n')).to.deep.equal([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ]);
  });

  it('reads commas, line ends and quotes inside quotes', () => {
    expect(parseCsv('"x,y","say ""hi""\nthere"')).to.deep.equal([['x,y', 'say "hi"\nthere']]);
  });

  it('gives nothing for an empty text', () => {
    expect(parseCsv('')).to.deep.equal([]);
  });

  it('reads back whatever is written in quotes', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(rows, (given) => {
        const text = given
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(parseCsv(text)).to.deep.equal(given);
      }),
    );
  });

  it('ends at a cell that is not well-formed, rather than guess', () => {
    expect(parseCsv('a,b\n1,"2\n3,4\n')).to.deep.equal([['a', 'b']]);
  });
});
