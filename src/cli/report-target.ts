import { resolve } from 'node:path';
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

/** What else the run writes. */
export interface OtherOutput {
  /** `--json` and the like: options that print to stdout. */
  readonly onStdout: readonly string[];
  /** Paths of the run directory's own files. */
  readonly files: readonly string[];
}

/**
 * The reports that are asked for; text on stdout where nothing else goes there. Throws a UserError
 * for an unknown format, and when two outputs would end up in one another.
 */
export function parseReportTargets(
  texts: readonly string[],
  { onStdout, files }: OtherOutput,
): readonly ReportTarget[] {
  const targets = texts.map(parseReportTarget);
  const printed = targets.filter((one) => one.path === null).map((one) => `--report ${one.format}`);
  const [first, second] = [...onStdout, ...printed];
  if (second !== undefined) {
    throw new UserError(
      `${first} and ${second} both print to stdout; keep one, or write --report FORMAT:PATH`,
    );
  }
  const taken = new Set(files.map((path) => resolve(path)));
  for (const { format, path } of targets) {
    if (path === null || !isOrdinary(path)) continue;
    if (taken.has(resolve(path))) {
      throw new UserError(
        `--report ${format}:${path}: something else is written there; choose another path`,
      );
    }
    taken.add(resolve(path));
  }
  return first === undefined ? [...targets, { format: 'text', path: null }] : targets;
}

/** Several reports may go to `/dev/null`. */
function isOrdinary(path: string): boolean {
  return !resolve(path).startsWith('/dev/');
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

/** The records that a report shows beside its tallies. */
export function recordsFor(target: ReportTarget, granularity: Granularity): 'all' | 'nonpass' {
  switch (target.format) {
    case 'text':
      return 'nonpass';
    case 'junit':
      return granularity === 'resource' ? 'all' : 'nonpass';
    case 'ndjson':
      return 'all';
  }
}
