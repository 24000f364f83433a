import type { RuleResult, Status } from '../model/record.ts';

/** Which records become a test case of their own, beside the one of each rule. */
export type Granularity = 'rule' | 'nonpass' | 'resource';

export interface JunitCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** The counts of one or several suites; suites state them before their cases. */
export function junitCounts(results: readonly RuleResult[], granularity: Granularity): JunitCounts {
  const count = (statuses: readonly Status[]): number => {
    const own = results.filter((result) => statuses.includes(result.status)).length;
    if (granularity === 'rule') return own;
    return results.reduce(
      (sum, result) => statuses.reduce((part, status) => part + result.counts[status], sum),
      own,
    );
  };
  const failures = count(['fail']);
  const errors = count(['unknown']);
  const skipped = count(['waived', 'not-applicable', 'manual']);
  const passes = granularity === 'resource' ? count(['pass']) : passedRules(results);
  return { tests: failures + errors + skipped + passes, failures, errors, skipped };
}

function passedRules(results: readonly RuleResult[]): number {
  return results.filter((result) => result.status === 'pass').length;
}
