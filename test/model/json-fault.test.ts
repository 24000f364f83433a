import { expect } from 'chai';
import fc from 'fast-check';
import { jsonFault } from '../../src/model/json-fault.ts';

describe('jsonFault', () => {
  const rows: readonly (readonly [text: string, fault: number | undefined])[] = [
    ['{"a":[1,-2.5e+3,true,null,"x\\u00e9\\n"]}', undefined],
    [' [ ] ', undefined],
    ['', 0],
    ['   ', 3],
    ['{"a": tru}', 6],
    ['{"Version": ', 12],
    ['[1,2', 4],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ["{'a':1}", 1],
    ['{"a" 1}', 5],
    ['{"a":"x\ny"}', 7],
    ['{"a":"\\q"}', 6],
    ['{"a":"\\u12G4"}', 6],
    ['{"a":1} x', 8],
    ['[1 2]', 3],
    ['[01]', 2],
    ['{"a":1]', 6],
    ['"unclosed', 9],
    ['1,', 1],
  ];
  for (const [text, fault] of rows) {
    it(`says of ${JSON.stringify(text)}: ${String(fault ?? 'JSON')}`, () => {
      expect(jsonFault(text)).to.equal(fault);
    });
  }

  it('finds a fault exactly in what JSON.parse refuses', () => {
    const marks = '{}[]:,"\\ \n0e.-tx'.split('');
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.nat(2), fc.constantFrom(...marks))
      .map(([text, place, removed, put]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + removed);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        return parses === (jsonFault(text) === undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads deep nesting and long texts', () => {
    expect(jsonFault('['.repeat(200_000))).to.equal(200_000);
    expect(jsonFault(`["${'\\n'.repeat(500_000)}"]`)).to.equal(undefined);
  });
});
