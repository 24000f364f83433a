import * as chai from 'chai';
import Mocha from 'mocha';
import { chaiMatchers } from './chai-matchers.ts';
import { importModule } from './import-module.ts';
import type { SpecFile } from './load-suites.ts';
import { account, expect } from './suite-context.ts';
import { forgetUnfinished, refuseUnfinished } from './unfinished.ts';

/** A file of the user's tests after it was imported. */
export interface LoadedSpec {
  readonly file: SpecFile;
  /** Holds the file's suites, tests and hooks, and nothing of other files. */
  readonly suite: Mocha.Suite;
  readonly tests: readonly Mocha.Test[];
  /** What importing it threw; its tests are then not run. */
  readonly problem?: unknown;
}

/**
 * Milliseconds that a test may take unless it says otherwise: one that waits for what never comes is
 * to be unknown, not to hold up the run.
 */
const longestTest = 60_000;

/** Defines the globals of a test file; the returned function takes them back. */
export type Globals = (values: Readonly<Record<string, unknown>>) => void;

/**
 * Imports a file into a suite of its own below the root, so that its hooks touch no other file, and
 * a file that cannot be loaded takes only its own tests with it.
 */
export async function loadSpec(mocha: Mocha, file: SpecFile, define: Globals): Promise<LoadedSpec> {
  const suite = Mocha.Suite.create(mocha.suite, file.id);
  suite.file = file.path;
  suite.timeout(longestTest);
  const context: Record<string, unknown> = { account, expect };
  // First for files that import `describe` and `it` from mocha, which looks into this context.
  mocha.suite.emit('pre-require', context, file.path, mocha);
  // Then its functions are bound to this file's suite instead of the root.
  Mocha.interfaces['bdd'](suite);
  suite.emit('pre-require', context, file.path, mocha);
  define(context);
  // For files that import chai themselves; a second `use` does nothing.
  chai.use(chaiMatchers);
  try {
    await importModule(file.path);
  } catch (problem) {
    mocha.suite.suites.splice(mocha.suite.suites.indexOf(suite), 1);
    return { file, suite, tests: [], problem };
  }
  const tests: Mocha.Test[] = [];
  suite.eachTest((test) => tests.push(test));
  // A finding that goes away when one looks again is not evidence.
  for (const test of tests) {
    test.retries(0);
    refuseIncomplete(test);
  }
  return { file, suite, tests };
}

/** A chain such as `unable.to(…)` without its end asserts nothing: the test must not pass for it. */
function refuseIncomplete(test: Mocha.Test): void {
  const body = test.fn as ((this: Mocha.Context) => unknown) | undefined;
  // One with a callback ends when it likes.
  if (body === undefined || Boolean(test.async)) return;
  test.fn = function checked(this: Mocha.Context): unknown {
    forgetUnfinished();
    const ended = body.call(this);
    if (!isThenable(ended)) {
      refuseUnfinished();
      return undefined;
    }
    return ended.then(refuseUnfinished);
  } as Mocha.Func;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
