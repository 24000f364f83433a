import { printable } from '../model/printable.ts';
import type { RuleResult, RunInfo, TestRecord } from '../model/record.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import { describeMissing } from '../model/describe-missing.ts';
import { describePlace } from '../model/describe-place.ts';

/**
 * What is said of a record, the reason first. Few consumers show properties, so the facts that
 * matter are repeated here. Long texts are cut one by one, so that the fix is always told.
 */
export function junitBody(run: RunInfo, result: RuleResult, record: TestRecord): string {
  const reasons = [
    ...record.evidence.flatMap(evidenceLines),
    ...record.missing.flatMap(missingLines),
    ...(record.note === undefined ? [] : [printable(record.note)]),
  ];
  const facts = [
    `rule: ${record.rule} (${record.code}), ${record.severity}`,
    `resource: ${printable(record.resource)}`,
    `account: ${record.account}, region: ${record.region}`,
    `snapshot: ${run.snapshot.root}`,
  ];
  return [...reasons, `why: ${result.why}`, `fix: ${result.fix}`, ...facts].join('\n');
}

function evidenceLines(evidence: Evidence): string[] {
  const place = describePlace(evidence);
  return [
    `${printable(evidence.finding)}: expected ${printable(evidence.expected)}, got ${printable(evidence.got)}`,
    ...(place === '' ? [] : [`  where: ${printable(place)}`]),
  ];
}

function missingLines(missing: Missing): string[] {
  const line = `could not be judged: ${printable(describeMissing(missing))}`;
  return missing.mend === undefined ? [line] : [line, `  mend: ${printable(missing.mend)}`];
}
