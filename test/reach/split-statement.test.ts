import { expect } from 'chai';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import { partsOf } from '../../src/reach/split-statement.ts';

const isOpen = (value: string): boolean => value.includes('${');

function parts(statement: object) {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', ...statement }],
  };
  const [parsed] = parseDocument(document).policy.statements;
  if (parsed === undefined) throw new Error('no statement');
  return partsOf(parsed, { ofResource: isOpen, ofCondition: isOpen }).map(
    ({ resource, conditions }) => [resource?.values, ...conditions.map(({ values }) => values)],
  );
}

describe('The parts of a statement', () => {
  it('are one where nothing is doubtful', () => {
    expect(parts({ Resource: ['a', 'b'] })).to.deep.equal([[['a', 'b']]]);
  });

  it('have each doubtful value by itself, and the others together', () => {
    expect(parts({ Resource: ['a', '${x}', 'b', '${y}'] })).to.deep.equal([
      [['a', 'b']],
      [['${x}']],
      [['${y}']],
    ]);
  });

  it('combine resources and conditions', () => {
    expect(
      parts({ Resource: ['a', '${x}'], Condition: { StringEquals: { k: ['b', '${y}'] } } }),
    ).to.deep.equal([
      [['a'], ['b']],
      [['a'], ['${y}']],
      [['${x}'], ['b']],
      [['${x}'], ['${y}']],
    ]);
  });

  it('leave conditions alone that do not hold for some of their values', () => {
    for (const operator of ['StringNotEquals', 'ForAllValues:StringLike', 'Null']) {
      const all = ['b', '${y}'];
      expect(parts({ Resource: 'a', Condition: { [operator]: { k: all } } })).to.deep.equal([
        [['a'], all],
      ]);
    }
  });

  it('leave NotResource alone', () => {
    expect(parts({ NotResource: ['a', '${x}'] })).to.deep.equal([[['a', '${x}']]]);
  });

  it('are one where there would be too many', () => {
    const many = Array.from({ length: 60 }, (_, at) => `\${x${at}}`);
    expect(parts({ Resource: many })).to.have.length(1);
  });
});
