import { printable } from '../model/printable.ts';
import { statuses, type RunInfo, type Status, type StatusCounts } from '../model/record.ts';
import { countsInWords } from './counts-in-words.ts';
import type { TextStyle } from './text-style.ts';

const meanings: { readonly [code: number]: string } = {
  0: 'everything that was asked holds',
  1: 'there are violations',
  2: 'usage, configuration or rule error',
  3: 'something could not be judged',
  4: 'a waiver expired or is invalid',
  5: 'a digest or signature does not match',
  6: 'nothing was judged: the run says nothing',
  7: 'a report could not be written',
  130: 'interrupted',
};

/** The last lines: counts of rules and records, what was judged, and the exit code in words. */
export function textSummary(run: RunInfo, { colours }: TextStyle): string[] {
  const { snapshot } = run;
  // Of imported files the Regions may not be known.
  const where = snapshot.regions.length === 0 ? '' : ` in ${snapshot.regions.join(', ')}`;
  const place = `${snapshot.account}${where}`;
  const time = `${snapshot.startedAt} to ${snapshot.finishedAt}, jobs since ${snapshot.jobsSince}`;
  const records = statuses.reduce((sum, status) => sum + run.counts[status], 0);
  const result = `${meanings[run.exitCode] ?? 'unknown outcome'} (exit code ${String(run.exitCode)})`;
  const colour = run.exitCode === 0 ? colours.green : colours.red;
  return [
    `Rules     ${String(run.rules.length)}: ${countsInWords(countRules(run))}`,
    `Records   ${String(records)}: ${countsInWords(run.counts)}`,
    `Account   ${printable(place)}`,
    `Snapshot  ${printable(time)}`,
    ...(snapshot.endpointOverride === null
      ? []
      : [colours.yellow(`Endpoint  ${printable(snapshot.endpointOverride)}, not AWS's own`)]),
    colours.dim(`Digests   snapshot ${snapshot.root}, records ${run.chainHead}`),
    `Result    ${colour(result)}`,
  ];
}

function countRules(run: RunInfo): StatusCounts {
  const of = (status: Status): number => run.rules.filter((rule) => rule.status === status).length;
  return {
    pass: of('pass'),
    fail: of('fail'),
    waived: of('waived'),
    unknown: of('unknown'),
    'not-applicable': of('not-applicable'),
    manual: of('manual'),
  };
}
