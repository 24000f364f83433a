import type { Account } from '../account/account.ts';
import { suiteAccount, type SuiteAccount } from './suite-account.ts';

// The registry of symbols is shared by every copy of this module: a test file may import leastwise
// from elsewhere than the program that runs it.
const place = Symbol.for('leastwise.suite-account');
const shared = globalThis as unknown as { [place]?: SuiteAccount | undefined };

/** Makes an account the one under test, until the returned function is called. */
export function enterSuite(account: Account): () => void {
  const before = shared[place];
  shared[place] = suiteAccount(account);
  return () => {
    shared[place] = before;
  };
}

/** The account under test. */
export function currentSuite(): SuiteAccount {
  const suite = shared[place];
  if (suite !== undefined) return suite;
  throw new Error('`account` can be used only while leastwise runs the tests');
}
