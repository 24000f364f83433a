import type Mocha from 'mocha';
import type { LoadedSpec } from './load-spec.ts';
import type { End } from './spec-ends.ts';
import { specRecord, type SpecOutcome, type SpecRecord, type SpecSubject } from './spec-records.ts';
import { errorText } from './error-text.ts';
import { isUnknownError } from './unknown-error.ts';

/** The records of all files, grouped by file. Whatever happened in a file leaves a record. */
export function specRecords(
  specs: readonly LoadedSpec[],
  ends: readonly End[],
  account: string,
): readonly SpecRecord[] {
  const records = specs.flatMap((spec) => {
    const told = tellFile(spec, ends).map(({ titles, outcome }) =>
      specRecord({ rule: spec.file.id, account, titles }, outcome),
    );
    return distinct(told);
  });
  return [...records, ...strayErrors(specs, ends, account)];
}

interface Told extends Pick<SpecSubject, 'titles'> {
  readonly outcome: SpecOutcome;
}

function tellFile({ file, suite, tests, problem }: LoadedSpec, ends: readonly End[]): Told[] {
  const titles = [file.id.replace(/^spec\//, '')];
  if (problem !== undefined) {
    return [{ titles, outcome: broken('SpecNotLoaded', errorText(problem)) }];
  }
  if (tests.length === 0) return [{ titles, outcome: broken('SpecEmpty', 'it holds no test') }];
  const own = ends.filter(({ runnable }) => isWithin(runnable, suite));
  const known = new Set<Mocha.Runnable>(tests);
  const hooks = own.filter(({ runnable }) => !known.has(runnable) && !isTest(runnable));
  return [
    ...tests.map((test) => ({ titles: titlesOf(test), outcome: worstEnd(test, own) })),
    ...hooks.map((hook) => ({ titles: titlesOf(hook.runnable), outcome: hookOutcome(hook) })),
  ];
}

/** A test that passed and then threw, e.g. from a timer, has not passed. */
function worstEnd(test: Mocha.Test, ends: readonly End[]): SpecOutcome {
  const own = ends.filter(({ runnable }) => runnable === test).map(({ outcome }) => outcome);
  const worst = (['threw', 'broken', 'pending', 'pass'] as const)
    .map((ended) => own.find((outcome) => outcome.ended === ended))
    .find((outcome) => outcome !== undefined);
  return (
    worst ?? broken('NotRun', 'mocha did not run it: a hook failed before, or the run was cut')
  );
}

/** A test that is not among those of its file is the copy that mocha made to run it once more. */
function isTest(runnable: Mocha.Runnable): boolean {
  return 'type' in runnable && runnable.type === 'test';
}

function hookOutcome({ outcome }: End): SpecOutcome {
  if (outcome.ended !== 'threw' || isUnknownError(outcome.error)) return outcome;
  return broken('HookFailed', errorText(outcome.error));
}

/** What a file threw while something else ran; mocha blames the test of a rule for it, which is none of ours. */
function strayErrors(
  specs: readonly LoadedSpec[],
  ends: readonly End[],
  account: string,
): readonly SpecRecord[] {
  if (specs.length === 0) return [];
  const strays = ends.filter(
    ({ runnable, outcome }) =>
      isUncaught(outcome) && !specs.some(({ suite }) => isWithin(runnable, suite)),
  );
  const subject = { rule: 'spec/(outside of tests)', account, titles: ['error outside of tests'] };
  return distinct(strays.map((stray) => specRecord(subject, hookOutcome(stray))));
}

/** Mocha marks errors that no test threw itself. */
function isUncaught(outcome: SpecOutcome): boolean {
  if (outcome.ended !== 'threw' || !(outcome.error instanceof Error)) return false;
  return 'uncaught' in outcome.error && outcome.error.uncaught === true;
}

function isWithin(runnable: Mocha.Runnable, suite: Mocha.Suite): boolean {
  for (let parent = runnable.parent; parent !== undefined; parent = parent.parent) {
    if (parent === suite) return true;
  }
  return false;
}

/** The outermost suite stands for the file. */
function titlesOf(runnable: Mocha.Runnable): readonly string[] {
  return runnable.titlePath().slice(1);
}

function broken(code: string, message: string): SpecOutcome {
  return { ended: 'broken', code, message };
}

/** Tests of one title in one file are numbered: reports drop all but one of a name. */
function distinct(records: readonly SpecRecord[]): readonly SpecRecord[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.resource) ?? 0) + 1;
    seen.set(record.resource, count);
    return count === 1 ? record : { ...record, resource: `${record.resource} (${String(count)})` };
  });
}
