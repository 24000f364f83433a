import { severities, type Severity, type TestRecord } from '../model/record.ts';
import type { Missing } from '../model/verdict.ts';
import { errorText } from './error-text.ts';
import { everyRegion } from './universe-gaps.ts';
import { isUnknownError } from './unknown-error.ts';

export type SpecRecord = TestRecord & { readonly kind: 'spec' };

/** How one test of the user ended. */
export type SpecOutcome =
  | { readonly ended: 'pass' }
  | { readonly ended: 'pending' }
  | { readonly ended: 'threw'; readonly error: unknown }
  /** It says nothing about the account: a hook failed, the file did not load. */
  | { readonly ended: 'broken'; readonly code: string; readonly message: string };

export interface SpecSubject {
  /** `spec/` and the path of the file. */
  readonly rule: string;
  readonly account: string;
  /** Titles of the suites and of the test. */
  readonly titles: readonly string[];
}

/**
 * The record of a test. Only an assertion that does not hold is a fail; whatever else was thrown
 * says that the test, not the account, is at fault: unknown.
 */
export function specRecord(subject: SpecSubject, outcome: SpecOutcome): SpecRecord {
  const resource =
    subject.titles.filter((title) => title !== '').join(' ') || 'test without a title';
  return {
    rule: subject.rule,
    code: 'SPEC',
    severity: severityOf(resource),
    kind: 'spec',
    resource,
    name: subject.titles.at(-1) ?? resource,
    account: subject.account,
    region: everyRegion,
    ...verdictOf(outcome, resource),
  };
}

/** A tag such as `@critical` at the end of the title. */
function severityOf(title: string): Severity {
  return severities.find((severity) => title.trimEnd().endsWith(`@${severity}`)) ?? 'high';
}

type Verdict = Pick<TestRecord, 'status' | 'evidence' | 'missing' | 'note'>;

function verdictOf(outcome: SpecOutcome, title: string): Verdict {
  switch (outcome.ended) {
    case 'pass':
      return { status: 'pass', evidence: [], missing: [] };
    case 'pending': {
      const note = 'pending: somebody has to look at it';
      return { status: 'manual', evidence: [], missing: [], note };
    }
    case 'broken':
      return unknownFor(broken(title, outcome.code, outcome.message));
    case 'threw':
      return thrown(outcome.error, title);
  }
}

function thrown(error: unknown, title: string): Verdict {
  if (isUnknownError(error)) return unknownFor(...error.missing);
  if (!isAssertionError(error)) return unknownFor(broken(title, 'SpecCrashed', errorText(error)));
  const evidence = { finding: 'assertion', expected: title, got: error.message };
  return { status: 'fail', evidence: [evidence], missing: [] };
}

/** chai's and node:assert's, and those of libraries that name theirs alike. */
function isAssertionError(error: unknown): error is Error {
  return error instanceof Error && /^AssertionError\b/.test(error.name);
}

function unknownFor(...missing: readonly Missing[]): Verdict {
  return { status: 'unknown', evidence: [], missing };
}

function broken(title: string, code: string, message: string): Missing {
  return { what: title, why: { state: 'error', call: 'test', code, message } };
}
