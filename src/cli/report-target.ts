import { didYouMean } from '../model/did-you-mean.ts';
import type { Reporter } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { reporterNames, reporters, type ReporterName } from '../report/index.ts';
import { junitReporter } from '../report/junit.ts';
import { textReporter } from '../report/text.ts';
import { plain, type TextStyle } from '../report/text-style.ts';

/** One `--report FORMAT[:PATH]`; without a path it goes to stdout. */
export interface ReportTarget {
  readonly format: ReporterName;
  readonly path: string | null;
}

export const granularities = ['rule', 'nonpass', 'resource'] as const;
export type Granularity = (typeof granularities)[number];

/** Throws a UserError for an unknown format, or when two reports want stdout. */
export function parseReportTargets(texts: readonly string[]): readonly ReportTarget[] {
  const targets = texts.map(parseReportTarget);
  const onStdout = targets.filter((one) => one.path === null);
  if (onStdout.length > 1) {
    throw new UserError('--report: only one report can go to stdout; give the others a path');
  }
  return targets;
}

function parseReportTarget(text: string): ReportTarget {
  const colon = text.indexOf(':');
  const name = colon === -1 ? text : text.slice(0, colon);
  const path = colon === -1 ? null : text.slice(colon + 1);
  const format = reporterNames.find((one) => one === name);
  if (format === undefined) {
    const near = didYouMean(name, reporterNames);
    const mend = near === undefined ? `write ${reporterNames.join(', ')}` : `did you mean ${near}?`;
    throw new UserError(`--report ${text}: there is no format "${name}"; ${mend}`);
  }
  if (path === '') throw new UserError(`--report ${text}: the path is empty`);
  return { format, path };
}

/** Colours only where people read: on a terminal. */
export function reporterOf(
  target: ReportTarget,
  options: { readonly style: TextStyle; readonly granularity: Granularity },
): Reporter {
  switch (target.format) {
    case 'text':
      return textReporter(
        target.path === null ? options.style : { ...plain, verbosity: 'verbose' },
      );
    case 'junit':
      return junitReporter(options.granularity);
    case 'ndjson':
      return reporters.ndjson;
  }
}
