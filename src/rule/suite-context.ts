import * as chai from 'chai';
import { chaiMatchers } from './chai-matchers.ts';
import type { SuiteAccount } from './suite-account.ts';
import { currentSuite } from './suite-place.ts';

/** The account under test, while mocha runs the files of a suite. */
export const account = new Proxy({} as SuiteAccount, {
  get: (_target, name) => Reflect.get(currentSuite(), name) as unknown,
  has: (_target, name) => Reflect.has(currentSuite(), name),
}); // the proxy answers for every member

/** chai's `expect` with the matchers of leastwise. */
export const expect: Chai.ExpectStatic = Object.assign(
  (value: unknown, message?: string) => ready().expect(value, message),
  {
    fail(message?: string): never {
      return chai.expect.fail(message);
    },
  },
);

/** Only when first used: importing this module must not change chai. A second `use` does nothing. */
function ready(): Chai.ChaiStatic {
  return chai.use(chaiMatchers);
}
