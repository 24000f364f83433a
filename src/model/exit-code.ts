/** Documented exit codes of every command. */
export const exitCode = {
  holds: 0,
  violations: 1,
  /** Usage, configuration or rule error. */
  usage: 2,
  /** Something could not be judged. */
  unknown: 3,
  /** A waiver expired or is invalid. */
  waiver: 4,
  /** A digest or signature does not match. */
  mismatch: 5,
  /** Nothing matched: the run says nothing. */
  vacuous: 6,
  /** A report could not be written. */
  report: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** When several apply, the first in this list is given. */
const precedence: readonly ExitCode[] = [2, 5, 7, 3, 4, 6, 1];

export function worstExitCode(codes: Iterable<ExitCode>): ExitCode {
  const seen = new Set(codes);
  if (seen.has(exitCode.interrupted)) return exitCode.interrupted;
  return precedence.find((code) => seen.has(code)) ?? exitCode.holds;
}
