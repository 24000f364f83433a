import { expect } from 'chai';
import fc from 'fast-check';
import { duplicateKey } from '../../src/model/duplicate-key.ts';

describe('duplicateKey', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['{}', undefined],
    ['{"a":1,"a":2}', '/a'],
    ['{"a":{"b":1,"b":2}}', '/a/b'],
    ['{"a":{"b":1},"c":{"b":2}}', undefined],
    ['[{"a":1},{"a":1,"b":"a","a":0}]', '/1/a'],
    ['{"a":"\\"a\\":","b":["a","a"],"a/b":0,"\\u0061/b":1}', '/a~1b'],
    ['"{\\"a\\":1,\\"a\\":2}"', undefined],
    ['{"__proto__":1,"__proto__":2}', '/__proto__'],
    ['{"a\\\\":1,"a\\\\":2}', '/a\\'],
  ];
  for (const [text, place] of cases) {
    it(`finds ${place ?? 'nothing'} in ${text}`, () => {
      expect(duplicateKey(text)).to.equal(place);
    });
  }

  it('finds nothing in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(duplicateKey(JSON.stringify(JSON.parse(text)))).to.equal(undefined);
      }),
    );
  });
});
