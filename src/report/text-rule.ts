import { printable } from '../model/printable.ts';
import { statuses, type RuleResult, type TestRecord } from '../model/record.ts';
import { countsInWords } from './counts-in-words.ts';
import { textRecord } from './text-record.ts';
import { statusColour, type TextStyle } from './text-style.ts';
import { wrap } from './wrap.ts';

/** A rule on one line: as below, and how its records went. */
export function textRuleSummary(result: RuleResult, style: TextStyle): string {
  return `${textRuleLine(result, style)}  ${style.colours.dim(countsInWords(result.counts))}`;
}

/** Status, severity, code and id. */
function textRuleLine(result: RuleResult, { colours }: TextStyle): string {
  const status = statusColour(result.status, colours)(result.status.toUpperCase().padEnd(15));
  const place = `${printable(result.code)} ${printable(result.id)}`;
  return `${status}${result.severity.padEnd(9)} ${colours.bold(place)}`;
}

/**
 * A rule that does not hold: why it matters, what to change, and the records to look at.
 *
 * @param records - Those to list; the others are told by the counts.
 */
export function textRule(
  result: RuleResult,
  records: readonly TestRecord[],
  style: TextStyle,
): string[] {
  const listed = records.flatMap((record) => textRecord(record, style));
  return [
    textRuleLine(result, style),
    ...wrap('  ', `${printable(result.title)}: ${countsInWords(result.counts)}`, style.width),
    ...wrap('  why  ', printable(result.why, 1000), style.width),
    ...wrap('  fix  ', printable(result.fix, 1000), style.width),
    ...listed,
    ...unlisted(result, records).map((line) => style.colours.dim(`  ${line}`)),
    '',
  ];
}

function unlisted(result: RuleResult, records: readonly TestRecord[]): string[] {
  return statuses
    .filter((status) => status !== 'pass')
    .map((status) => ({
      status,
      left: result.counts[status] - records.filter((record) => record.status === status).length,
    }))
    .filter(({ left }) => left > 0)
    .map(({ status, left }) => `... and ${String(left)} more ${status}`);
}
