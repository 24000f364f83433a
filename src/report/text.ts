import {
  severities,
  type Reporter,
  type RuleResult,
  type Status,
  type TestRecord,
} from '../model/record.ts';
import { textRule, textRuleSummary } from './text-rule.ts';
import { listLimit, plain, type TextStyle } from './text-style.ts';
import { textSummary } from './text-summary.ts';

/**
 * Text for people: rules that fail by severity, then what could not be judged, then the rest, then
 * a summary. It starts when the last record was seen, and keeps no more records than it lists.
 */
export function textReporter(style: TextStyle = plain): Reporter {
  return async function* textReport(run, records) {
    const kept = await keepListed(records, listLimit(style));
    for (const result of run.rules.toSorted(byUrgency)) {
      yield lines(ruleLines(result, kept.get(result.id) ?? [], style));
    }
    yield lines(['', ...textSummary(run, style)]);
  };
}

/** The first records of each rule and status that are not a pass. */
async function keepListed(
  records: AsyncIterable<TestRecord>,
  limit: number,
): Promise<ReadonlyMap<string, readonly TestRecord[]>> {
  const kept = new Map<string, TestRecord[]>();
  for await (const record of records) {
    if (record.status === 'pass') continue;
    const own = kept.get(record.rule) ?? [];
    if (own.filter(({ status }) => status === record.status).length < limit) own.push(record);
    kept.set(record.rule, own);
  }
  return kept;
}

const urgency: readonly Status[] = [
  'fail',
  'unknown',
  'waived',
  'manual',
  'not-applicable',
  'pass',
];

function byUrgency(a: RuleResult, b: RuleResult): number {
  return (
    urgency.indexOf(a.status) - urgency.indexOf(b.status) ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    (a.id < b.id ? -1 : 1)
  );
}

function ruleLines(
  result: RuleResult,
  records: readonly TestRecord[],
  style: TextStyle,
): readonly string[] {
  if (style.verbosity === 'quiet') return [textRuleSummary(result, style)];
  switch (result.status) {
    case 'fail':
    case 'unknown':
    case 'waived':
    case 'manual':
      return textRule(result, sorted(records), style);
    case 'not-applicable':
    case 'pass':
      return [textRuleSummary(result, style)];
  }
}

function sorted(records: readonly TestRecord[]): readonly TestRecord[] {
  return records.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
