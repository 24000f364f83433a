import { expect } from 'chai';
import { parseOperator } from '../../src/policy/operator.ts';

describe('parseOperator', () => {
  it('takes an operator apart', () => {
    expect(parseOperator('ForAllValues:StringNotLikeIfExists')).to.deep.equal({
      base: 'StringNotLike',
      set: 'all',
      ifExists: true,
      negated: true,
    });
    expect(parseOperator('ForAnyValue:ArnLike')).to.deep.equal({
      base: 'ArnLike',
      set: 'any',
      ifExists: false,
      negated: false,
    });
    expect(parseOperator('Null')).to.deep.equal({
      base: 'Null',
      set: 'none',
      ifExists: false,
      negated: false,
    });
  });

  it('knows no other operators', () => {
    const unknown = [
      'NullIfExists',
      'stringequals',
      'ForSome:Bool',
      'StringEquals ',
      '',
      'toString',
    ];
    expect(unknown.map(parseOperator)).to.deep.equal(unknown.map(() => undefined));
  });
});
