import { expect } from 'chai';
import { derivedId } from '../../../src/sandbox/account-file/derived-id.ts';

const seeds = Array.from({ length: 500 }, (_, index) => `seed ${index}`);

describe('derivedId', () => {
  it('makes unique ids of AWS’s form', () => {
    const ids = seeds.map((seed) => derivedId.unique('AROA', seed));
    expect(ids.filter((id) => !/^AROA[A-Z2-7]{17}$/.test(id))).to.deep.equal([]);
    expect(new Set(ids).size).to.equal(seeds.length);
  });

  it('makes UUIDs of version 4', () => {
    const ids = seeds.map((seed) => derivedId.uuid(seed));
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !form.test(id))).to.deep.equal([]);
    expect(new Set(ids).size).to.equal(seeds.length);
  });

  it('gives the same for the same seed', () => {
    expect(derivedId.hex(12, 'a')).to.equal('ca978112ca1b');
    expect(derivedId.uuid('a')).to.equal(derivedId.uuid('a'));
  });

  it('spreads fractions over the whole of 0 to 1', () => {
    const fractions = seeds.map((seed) => derivedId.fraction(seed));
    expect(Math.min(...fractions)).to.be.within(0, 0.05);
    expect(Math.max(...fractions)).to.be.within(0.95, 0.999999999);
  });
});
