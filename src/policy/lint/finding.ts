import type { JsonValue } from '../../model/json.ts';
import type { Policy, Statement } from '../../model/policy.ts';

/** What a policy is for; it decides which elements belong in it. */
export const policyKinds = ['identity', 'resource', 'trust', 'scp', 'rcp'] as const;
export type PolicyKind = (typeof policyKinds)[number];

export interface LintFinding {
  /** `error`: AWS would reject it; `warning`: it does not do what it seems to. */
  readonly level: 'error' | 'warning';
  /** Stable, e.g. `unsupported-key`. */
  readonly code: string;
  /** JSON pointer. */
  readonly at: string;
  /** What is wrong, why, and what to do. */
  readonly message: string;
}

/** One thing to look for. */
export type Check = (policy: LintedPolicy) => readonly LintFinding[];

export interface LintedPolicy {
  readonly document: JsonValue;
  readonly policy: Policy;
  readonly kind: PolicyKind;
  /** Pointer of a statement, or of something in it. */
  readonly at: (statement: Statement, ...path: readonly (string | number)[]) => string;
}

/** A check of each statement by itself. */
export function eachStatement(
  check: (statement: Statement, linted: LintedPolicy) => readonly LintFinding[],
): Check {
  return (linted) => linted.policy.statements.flatMap((statement) => check(statement, linted));
}

export function error(code: string, at: string, message: string): LintFinding {
  return { level: 'error', code, at, message };
}

export function warning(code: string, at: string, message: string): LintFinding {
  return { level: 'warning', code, at, message };
}

/** At most three names, and how many more there are: `a, b, c and 5 more`. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => name.slice(0, 200));
  const left = names.length - shown.length;
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} and ${String(left)} more`;
}
