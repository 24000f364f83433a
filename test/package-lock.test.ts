import { readFileSync } from 'node:fs';
import { expect } from 'chai';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('The lock file', () => {
  // npm leaves out what the registry did not have when it was written, and `npm ci` then refuses
  // the file: on every platform, or only on those that were left out.
  it('holds every package that another one needs on some platform', () => {
    const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
    const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Locked>> };
    const left = Object.values(packages)
      .flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
      .filter((name) => packages[`node_modules/${name}`] === undefined);
    expect(left).to.deep.equal([]);
  });
});
