import type { Reporter } from '../model/record.ts';
import { junitReporter } from './junit.ts';
import { ndjson } from './ndjson.ts';
import { textReporter } from './text.ts';

/** Every report format by its name. */
export const reporters = {
  text: textReporter(),
  junit: junitReporter(),
  ndjson,
} satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];
