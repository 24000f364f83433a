import { printable } from '../model/printable.ts';
import type { TestRecord } from '../model/record.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import { describePlace } from '../model/describe-place.ts';
import { describeMissing } from '../model/describe-missing.ts';
import { listLimit, statusColour, type TextStyle } from './text-style.ts';

/** The lines of one record that is not a pass: what it is, then every reason. */
export function textRecord(record: TestRecord, style: TextStyle): string[] {
  const { colours } = style;
  const mark = statusColour(record.status, colours)(`${record.status}:`);
  const reasons = [
    ...record.evidence.map((evidence) => evidenceLines(evidence, style)),
    ...record.missing.map((missing) => missingLines(missing)),
    ...(record.note === undefined ? [] : [[printable(record.note)]]),
  ];
  const shown = reasons.slice(0, listLimit(style));
  const left = reasons.length - shown.length;
  return [
    `  ${mark} ${colours.bold(printable(record.resource))}`,
    ...shown.flat().map((line) => `      ${line}`),
    ...(left === 0 ? [] : [`      ... and ${String(left)} more reasons`]),
  ];
}

function evidenceLines(evidence: Evidence, { colours }: TextStyle): string[] {
  const place = describePlace(evidence);
  return [
    `expected  ${printable(evidence.expected)}`,
    `got       ${printable(evidence.got)}`,
    ...(place === '' ? [] : [`where     ${printable(place)}`]),
    colours.dim(`finding   ${printable(evidence.finding)}`),
  ];
}

function missingLines(missing: Missing): string[] {
  const line = `missing   ${printable(describeMissing(missing))}`;
  return missing.mend === undefined ? [line] : [line, `mend      ${printable(missing.mend)}`];
}
