import { expect } from 'chai';
import { readYaml } from '../../src/yaml/yaml-source.ts';
import { UserError } from '../../src/model/user-error.ts';

const text = `# first
one: &one
  two: [a, b]
  "th.ree": {x: 1,  y: 2}
four:
  <<: *one
  five: six
seven: *one
`;

describe('readYaml', () => {
  const source = readYaml(text, 'a.yaml');
  const at = (path: readonly (string | number)[], of: 'value' | 'name' = 'value') => {
    const { line, column } = source.position(path, of);
    return `${line}:${column}`;
  };

  it('gives the value with merge keys and aliases followed', () => {
    const one = { two: ['a', 'b'], 'th.ree': { x: 1, y: 2 } };
    expect(source.value).to.deep.equal({ one, four: { ...one, five: 'six' }, seven: one });
  });

  it('places scalars where they stand, or where their name stands', () => {
    expect(at(['four', 'five'])).to.equal('7:9');
    expect(at(['four', 'five'], 'name')).to.equal('7:3');
    expect(at(['one', 'two', 1])).to.equal('3:12');
    expect(at(['one', 'th.ree', 'y'])).to.equal('4:24');
  });

  it('places maps and lists where their name stands', () => {
    expect(at(['one'])).to.equal('2:1');
    expect(at(['one', 'two'])).to.equal('3:3');
  });

  it('follows aliases to where the value is written', () => {
    expect(at(['seven', 'two', 0])).to.equal('3:9');
  });

  it('gives the place around for what is not there or was merged in', () => {
    expect(at(['one', 'gone', 'deeper'])).to.equal('2:1');
    expect(at(['four', 'two'])).to.equal('5:1');
    expect(at([])).to.equal('2:1');
  });

  it('refuses a second document, in words of ours', () => {
    expect(() => readYaml('a: 1\n---\nb: 2\n', 'a.yaml')).to.throw(
      UserError,
      'a.yaml:2:1: a second document starts here; the file holds one: remove "---"',
    );
  });

  it('refuses an alias bomb', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let index = 1; index < 9; index += 1) {
      const item = `*a${index - 1}`;
      lines.push(`a${index}: &a${index} [${Array.from({ length: 10 }, () => item).join(', ')}]`);
    }
    expect(() => readYaml(lines.join('\n'), 'a.yaml')).to.throw(
      UserError,
      'a.yaml:1:1: not valid YAML: excessive alias count indicates a resource exhaustion attack',
    );
  });
});
