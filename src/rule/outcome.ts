import { exitCode, type ExitCode } from '../model/exit-code.ts';
import { severities, type RuleResult, type Severity } from '../model/record.ts';

/**
 * Every exit code that the results call for; `worstExitCode` picks the one to give. Waivers, digests
 * and reports have codes of their own, which are not known here.
 *
 * @param options.failOn - Failures of a lower severity do not count as violations.
 */
export function exitCodesOf(
  results: readonly RuleResult[],
  { failOn }: { readonly failOn: Severity },
): readonly ExitCode[] {
  const codes: ExitCode[] = [];
  const bar = severities.indexOf(failOn);
  if (results.some((one) => one.counts.fail > 0 && severities.indexOf(one.severity) >= bar)) {
    codes.push(exitCode.violations);
  }
  if (results.some((one) => one.counts.unknown > 0)) codes.push(exitCode.unknown);
  if (!results.some(wasJudged)) codes.push(exitCode.vacuous);
  return codes;
}

function wasJudged({ counts }: RuleResult): boolean {
  return counts.pass + counts.fail + counts.waived + counts.unknown + counts.manual > 0;
}
