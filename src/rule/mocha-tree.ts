import { AssertionError } from 'chai';
import Mocha from 'mocha';
import { notCollected } from '../model/observed.ts';
import { printable } from '../model/printable.ts';
import { statuses, type RuleResult, type Status, type TestRecord } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { recordError } from './record-error.ts';
import { topicOf } from './select-rules.ts';
import { UnknownError } from './unknown-error.ts';

/** Which records become a mocha test of their own, beside the one of each rule. */
export type Granularity = 'rule' | 'nonpass' | 'resource';

/** A mocha test costs about 4 KB and 50 microseconds: beyond this, tests are counted, not made. */
const mostTests = 10_000;

/** `resource` was asked for, so nothing is left out; beyond this it is refused instead. */
const mostResourceTests = 50_000;

/** What a test of the tree stands for; reporters find it as `test.meta`. */
export interface TestMeta {
  readonly result: RuleResult;
  /** Undefined for the test of the rule as a whole. */
  readonly record?: TestRecord;
}

/**
 * Adds a suite per topic, in it a suite per rule, in it a test for the rule and tests for its
 * records. The tests only repeat what was judged before.
 *
 * @param records - Grouped by rule; only those of `results` are taken.
 */
export function addRules(
  root: Mocha.Suite,
  results: readonly RuleResult[],
  records: Iterable<TestRecord>,
  granularity: Granularity = 'nonpass',
): void {
  if (granularity === 'resource') refuseTooMany(results);
  const suites = ruleSuites(root, results);
  if (granularity === 'rule') return;
  let room = (granularity === 'resource' ? Infinity : mostTests) - results.length;
  const left = new Map<string, number>();
  for (const record of records) {
    const own = suites.get(record.rule);
    if (own === undefined || (granularity === 'nonpass' && record.status === 'pass')) continue;
    if (room > 0) own.suite.addTest(recordTest(record, own.result));
    else left.set(record.rule, (left.get(record.rule) ?? 0) + 1);
    room -= 1;
  }
  for (const [rule, count] of left) {
    // Pending: the rule's own test tells the outcome.
    suites.get(rule)?.suite.addTest(new Mocha.Test(`... and ${String(count)} more`));
  }
}

function refuseTooMany(results: readonly RuleResult[]): void {
  const total = results.reduce((sum, { counts }) => sum + recordsOf(counts), 0);
  if (total <= mostResourceTests) return;
  const most = String(mostResourceTests);
  throw new UserError(
    `--granularity resource: ${String(total)} records are more than ${most}; use nonpass or rule`,
  );
}

interface RuleSuite {
  readonly suite: Mocha.Suite;
  readonly result: RuleResult;
}

function ruleSuites(root: Mocha.Suite, results: readonly RuleResult[]): Map<string, RuleSuite> {
  const topics = new Map<string, Mocha.Suite>();
  const suites = new Map<string, RuleSuite>();
  for (const result of results) {
    const topic = topicOf(result);
    const parent = topics.get(topic) ?? Mocha.Suite.create(root, topic);
    topics.set(topic, parent);
    const suite = Mocha.Suite.create(parent, `${result.code} ${printable(result.title)}`);
    suite.addTest(ruleTest(result));
    suites.set(result.id, { suite, result });
  }
  return suites;
}

function ruleTest(result: RuleResult): Mocha.Test {
  const { counts } = result;
  const judged = recordsOf(counts) - counts['not-applicable'];
  return testOf(`holds for ${String(counts.pass)} of ${String(judged)} (${result.id})`, { result });
}

function recordTest(record: TestRecord, result: RuleResult): Mocha.Test {
  return testOf(printable(record.resource), { result, record });
}

function ruleError({ id, status, counts, why, fix }: RuleResult): Error | undefined {
  switch (status) {
    case 'fail':
      return new AssertionError(`${String(counts.fail)} violate it\n  why: ${why}\n  fix: ${fix}`);
    case 'unknown': {
      const reason = notCollected(`${String(counts.unknown)} could not be judged`);
      return new UnknownError({ what: `whether ${id} holds`, why: reason });
    }
    case 'pass':
    case 'waived':
    case 'not-applicable':
    case 'manual':
      return undefined;
  }
}

function testOf(title: string, meta: TestMeta): Mocha.Test {
  const { record, result } = meta;
  const body = (): void => {
    const error = record === undefined ? ruleError(result) : recordError(record, result);
    if (error !== undefined) throw error;
  };
  const test = new Mocha.Test(title, isPending((record ?? result).status) ? undefined : body);
  return Object.assign(test, { meta });
}

function isPending(status: Status): boolean {
  return status === 'waived' || status === 'not-applicable' || status === 'manual';
}

function recordsOf(counts: RuleResult['counts']): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}
