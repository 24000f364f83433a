import type Mocha from 'mocha';
import type { SpecOutcome } from './spec-records.ts';

/** What mocha said of a test or of a hook. */
export interface End {
  readonly runnable: Mocha.Runnable;
  readonly outcome: SpecOutcome;
}

/** Runs everything in a mocha and returns what it said, in order; it may speak twice of a test. */
export function runAll(mocha: Mocha): Promise<readonly End[]> {
  const ends: End[] = [];
  const end = (runnable: Mocha.Runnable, outcome: SpecOutcome): void => {
    ends.push({ runnable, outcome });
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(ends);
    });
    // No test runs before the next turn of the event loop: listening now misses nothing.
    runner.on('pass', (test) => {
      end(test, { ended: 'pass' });
    });
    runner.on('pending', (test) => {
      end(test, { ended: 'pending' });
    });
    runner.on('retry', (test: Mocha.Test) => {
      end(test, retried);
    });
    runner.on('fail', (test, error: unknown) => {
      end(test, { ended: 'threw', error });
    });
  });
}

const retried: SpecOutcome = {
  ended: 'broken',
  code: 'Retried',
  message: 'retries are not allowed: an answer that changes when asked again is none',
};
