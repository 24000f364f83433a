import {
  severities,
  type RuleResult,
  type Severity,
  type Status,
  type StatusCounts,
  type TestRecord,
} from '../model/record.ts';
import type { AnyRule } from './rule.ts';

export interface Tally {
  add(record: TestRecord): void;
  /** One per rule that was given or met, sorted by id. */
  results(): readonly RuleResult[];
  counts(): StatusCounts;
}

type Facts = Omit<RuleResult, 'counts' | 'status'>;
type Counts = { [S in Status]: number };

interface Line {
  facts: Facts;
  readonly counts: Counts;
}

/** Counts records as they pass by. A rule without a record has the status `not-applicable`. */
export function startTally(rules: readonly AnyRule[]): Tally {
  const total = noCounts();
  const lines = new Map<string, Line>(
    rules.map((rule) => [rule.id, { facts: factsOf(rule), counts: noCounts() }]),
  );
  return {
    add(record) {
      const line = lines.get(record.rule) ?? { facts: specFacts(record), counts: noCounts() };
      lines.set(record.rule, line);
      line.counts[record.status] += 1;
      total[record.status] += 1;
      if (record.kind === 'spec') line.facts = withSeverity(line, record);
    },
    results: () =>
      [...lines.values()].map(resultOf).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    counts: () => ({ ...total }),
  };
}

function resultOf({ facts, counts }: Line): RuleResult {
  return { ...facts, counts: { ...counts }, status: statusOf(counts) };
}

const worstFirst: readonly Status[] = ['fail', 'unknown', 'waived', 'manual', 'pass'];

/** The worst status that occurs. */
export function statusOf(counts: StatusCounts): Status {
  return worstFirst.find((status) => counts[status] > 0) ?? 'not-applicable';
}

export function noCounts(): Counts {
  return { pass: 0, fail: 0, waived: 0, unknown: 0, 'not-applicable': 0, manual: 0 };
}

function factsOf({ id, code, title, severity, why, fix }: AnyRule): Facts {
  return { id, code, title, severity, why, fix };
}

function specFacts(record: TestRecord): Facts {
  return {
    id: record.rule,
    code: record.code,
    title: record.rule.replace(/^spec\//, ''),
    severity: record.severity,
    why: 'A test that was written by hand for this account does not hold.',
    fix: 'See the test: its message says what was expected.',
  };
}

/**
 * Tests of one file differ in severity: the file has that of its gravest failure, or of its gravest
 * test while none has failed.
 */
function withSeverity({ facts, counts }: Line, record: TestRecord): Facts {
  const failed = record.status === 'fail';
  if (failed && counts.fail === 1) return { ...facts, severity: record.severity };
  if (!failed && counts.fail > 0) return facts;
  return { ...facts, severity: graver(facts.severity, record.severity) };
}

function graver(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}
