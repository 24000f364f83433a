import { expect } from 'chai';
import { Recent } from '../../../src/account/reach/recent.ts';

describe('Recent', () => {
  it('forgets the oldest beyond its weight, and never the newest', () => {
    const recent = new Recent<string>(5, (text) => text.length);
    for (const text of ['aa', 'bb', 'ccc']) recent.set(text, text);
    expect(['aa', 'bb', 'ccc'].map((key) => recent.get(key))).to.deep.equal([
      undefined,
      'bb',
      'ccc',
    ]);
    recent.set('long', 'long text');
    expect(['ccc', 'long'].map((key) => recent.get(key))).to.deep.equal([undefined, 'long text']);
  });

  it('counts a value that takes the place of another once', () => {
    const recent = new Recent<string>(4, (text) => text.length);
    recent.set('a', 'aa');
    recent.set('a', 'bb');
    recent.set('c', 'cc');
    expect([recent.get('a'), recent.get('c')]).to.deep.equal(['bb', 'cc']);
  });
});
