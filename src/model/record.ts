import type { Evidence, Missing } from './verdict.ts';
import type { Kind } from './resource.ts';

export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const statuses = ['pass', 'fail', 'waived', 'unknown', 'not-applicable', 'manual'] as const;
export type Status = (typeof statuses)[number];

/** One judgement: one rule on one resource (or on one universe). Records are the truth of a run. */
export interface TestRecord {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly kind: Kind | 'spec';
  /** ARN; for a universe `<kind> in <account> <region>`; for a spec its full title. */
  readonly resource: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly status: Status;
  /** Not empty iff status is `fail` or `waived`. */
  readonly evidence: readonly Evidence[];
  /** Not empty iff status is `unknown`. */
  readonly missing: readonly Missing[];
  /** Why it is not applicable, or a remark on a pass. */
  readonly note?: string;
}

/** What every report is told beside the records. */
export interface RunInfo {
  readonly tool: { readonly name: string; readonly version: string };
  readonly snapshot: {
    readonly root: string;
    readonly account: string;
    readonly regions: readonly string[];
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly jobsSince: string;
    readonly endpointOverride: string | null;
  };
  readonly rules: readonly RuleResult[];
  readonly counts: StatusCounts;
  readonly exitCode: number;
  /** Hash of the last record of the chain. */
  readonly chainHead: string;
}

export type StatusCounts = { readonly [S in Status]: number };

/** What is said of a rule in reports, with the tally of its records. */
export interface RuleResult {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly counts: StatusCounts;
  /** `fail` before `unknown` before `waived`, `manual`, `pass`; `not-applicable` if nothing matched. */
  readonly status: Status;
}

/** Records to text, chunk by chunk, without I/O. The records arrive grouped by rule. */
export type Reporter = (run: RunInfo, records: AsyncIterable<TestRecord>) => AsyncIterable<string>;
