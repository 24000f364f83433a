import Mocha from 'mocha';
import type { Account } from '../account/account.ts';
import type { RuleResult, TestRecord } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { loadSpec, type Globals, type LoadedSpec } from './load-spec.ts';
import type { SpecFile } from './load-suites.ts';
import { addRules, type Granularity } from './mocha-tree.ts';
import { runAll } from './spec-ends.ts';
import { specRecords } from './spec-file-records.ts';
import type { SpecRecord } from './spec-records.ts';
import { enterSuite } from './suite-place.ts';

export interface MochaRun {
  /** Of the rules that were judged before. */
  readonly results: readonly RuleResult[];
  readonly records: Iterable<TestRecord>;
  readonly specFiles: readonly SpecFile[];
  readonly account: Account;
  readonly granularity: Granularity;
  /** A mocha reporter, which prints to stdout; left out: nothing is printed. */
  readonly reporter?: string;
}

/**
 * Runs the user's test files, and for a reporter the tree of rules beside them, in one mocha. Every
 * test is a record; a file that does not load, holds no test or whose hooks fail is one too.
 *
 * @returns The records of the tests, grouped by file. Those of rules exist already.
 */
export async function runMocha(run: MochaRun): Promise<readonly SpecRecord[]> {
  const mocha = newMocha(run.reporter);
  const leaveSuite = enterSuite(run.account);
  const globals = borrowGlobals();
  try {
    // Without a reporter nobody would see the tree.
    if (run.reporter !== undefined) {
      addRules(mocha.suite, run.results, run.records, run.granularity);
    }
    const specs: LoadedSpec[] = [];
    for (const file of run.specFiles) specs.push(await loadSpec(mocha, file, globals.define));
    const ends = await runAll(mocha);
    return specRecords(specs, ends, run.account.id);
  } finally {
    mocha.dispose();
    globals.giveBack();
    leaveSuite();
  }
}

/** One is for browsers, the other is what all are built on. */
const unfit: readonly string[] = ['html', 'base'];

function newMocha(reporter: string | undefined): Mocha {
  const mocha = new Mocha({ timeout: 0, retries: 0, forbidOnly: true });
  // The base of all reporters prints nothing by itself.
  mocha.reporter(Mocha.reporters.Base);
  if (reporter === undefined) return mocha;
  try {
    if (unfit.includes(reporter)) throw new Error('it prints to no terminal');
    return mocha.reporter(reporter);
  } catch (error) {
    const known = Object.keys(Mocha.reporters).filter(
      (name) => /^[a-z]/.test(name) && !unfit.includes(name),
    );
    throw new UserError(`mocha has no reporter "${reporter}"; it has ${known.join(', ')}`, {
      cause: error,
    });
  }
}

interface Borrowed {
  readonly define: Globals;
  readonly giveBack: () => void;
}

/** `describe`, `it`, `expect`, `account`: there while the files run, and as before afterwards. */
function borrowGlobals(): Borrowed {
  const before = new Map<string, PropertyDescriptor | undefined>();
  return {
    define(values) {
      for (const [name, value] of Object.entries(values)) {
        if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      }
    },
    giveBack() {
      for (const [name, descriptor] of before) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
    },
  };
}
