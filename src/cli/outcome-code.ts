import type { Outcome } from '../decide/decision.ts';
import { exitCode, type ExitCode } from '../model/exit-code.ts';

/** 0 allowed, 1 denied, 3 unknown. */
export function outcomeCode(outcome: Outcome): ExitCode {
  switch (outcome) {
    case 'allowed':
      return exitCode.holds;
    case 'explicitly-denied':
    case 'implicitly-denied':
      return exitCode.violations;
    case 'unknown':
      return exitCode.unknown;
  }
}
