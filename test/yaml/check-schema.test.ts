import { expect } from 'chai';
import { checkSchema } from '../../src/yaml/check-schema.ts';
import { Problems } from '../../src/yaml/problems.ts';
import { readYaml } from '../../src/yaml/yaml-source.ts';

describe('checkSchema', () => {
  const problem = (schema: object, text: string): string => {
    const source = readYaml(text, 'a.yaml');
    const problems = new Problems(source, 'a.yaml');
    checkSchema({ type: 'object', properties: { a: schema } }, source.value, problems);
    try {
      problems.throwIfAny();
    } catch (error) {
      return String(error);
    }
    return 'no problem';
  };

  it('shows a number that JSON has no word for', () => {
    expect(problem({ type: 'integer' }, 'a: 1e400')).to.contain(
      'a.yaml:1:4: a: must be a whole number, not Infinity',
    );
  });

  it('tells of quotes where a number stands for a text', () => {
    expect(problem({ type: 'string' }, 'a: 12')).to.contain(
      'a: must be text, not 12; put it in quotes',
    );
  });

  it('tells what it got instead of a list', () => {
    expect(problem({ type: 'array' }, 'a: {}')).to.contain('a: must be a list, not a map');
    expect(problem({ type: 'array' }, 'a:')).to.contain('a: must be a list, not empty');
  });
});
