import { expect } from 'chai';
import { describeKeyValue } from '../../../src/decide/condition/describe-key-value.ts';

describe('describeKeyValue', () => {
  for (const [value, text] of [
    [undefined, 'no value'],
    [[], 'no value'],
    [['x'], "'x'"],
    [['a', 'b'], "'a', 'b'"],
    ['unknown', 'unknown'],
    [['unknown'], "'unknown'"],
  ] as const) {
    it(`says ${text}`, () => {
      expect(describeKeyValue(value)).to.equal(text);
    });
  }
});
