import { reachAssumptions } from '../account/reach/who-can.ts';
import { printable } from '../model/printable.ts';
import type { TextStyle } from '../report/text-style.ts';
import { wrap } from '../report/wrap.ts';
import { csvRow } from './csv.ts';
import {
  hasNoDoubt,
  isCertain,
  type Access,
  type BucketAccess,
  type MatrixAnswer,
} from './matrix-cells.ts';
import { adviceLines, missingLines } from './reach-text.ts';

const words: Readonly<Record<string, string>> = {
  's3:GetObject': 'read',
  's3:PutObject': 'write',
  's3:DeleteObject': 'delete',
};

/**
 * For a person: for each bucket who can. Those who can on every bucket are told once, and buckets with
 * the same people stand together.
 */
export function matrixText(answer: MatrixAnswer, style: TextStyle): string {
  const { colours } = style;
  const { buckets, principals, missing } = answer;
  const count = `${String(principals)} roles and users`;
  const everywhere = buckets.length > 1 ? answer.actions.map((_, at) => commonTo(buckets, at)) : [];
  const line = lineMaker(answer, style);
  return [
    colours.bold(`Who can do what to the objects of ${bucketCount(buckets)}? Asked of ${count}.`),
    '',
    ...everywhereLines(everywhere, line, colours.bold('on every bucket')),
    ...bucketLines(buckets, everywhere, { line, bold: colours.bold }),
    ...missingLines(missing, colours),
    missing.length === 0
      ? `No other of the ${count} can: each was asked in every context.`
      : 'There may be more: what is not known may let somebody in.',
    ...(buckets.every(({ access }) => access.every(hasNoDoubt)) ? [] : [doubtText]),
    ...adviceLines({ missing, pairs: [] }),
    'Not in the table are the root user and everybody outside the account: they are told by who-can.',
    ...reachAssumptions.slice(1).map((one) => colours.dim(`Assumed: ${one}`)),
  ].join('\n');
}

const doubtText = '(?) cannot be told: leastwise who-can ACTION s3://BUCKET says why.';

function bucketCount(buckets: readonly BucketAccess[]): string {
  return buckets.length === 1 ? '1 bucket' : `${String(buckets.length)} buckets`;
}

type Line = (access: Access, told: ReadonlySet<string>) => readonly string[];

/** Lines for one action; `told` are those whom the reader knows already. */
function lineMaker({ actions, missing }: MatrixAnswer, { width }: TextStyle): Line {
  const labels = new Map(actions.map((action) => [action, words[action] ?? action]));
  const longest = Math.max(...[...labels.values()].map(({ length }) => length));
  return ({ action, yes, may }, told) => {
    const names = [
      ...yes.filter((one) => !told.has(one)).map(shortName),
      // A space that does not break keeps the mark with its name.
      ...may.filter((one) => !told.has(one)).map((one) => `${shortName(one)}\u00a0(?)`),
    ];
    const nobody = `nobody${told.size > 0 ? ' else' : ''}${missing.length > 0 ? ' that is known of' : ''}`;
    const lead = `  ${(labels.get(action) ?? action).padEnd(longest)}  `;
    const text = names.length === 0 ? nobody : names.join(', ');
    return wrap(lead, text, width).map((one) => one.replaceAll('\u00a0', ' '));
  };
}

/** `role/ml/train`: all are of one account. */
function shortName(arn: string): string {
  return printable(arn.split(':').slice(5).join(':'), 300);
}

function commonTo([first, ...rest]: readonly BucketAccess[], at: number): Access {
  const { action = '', yes = [], may = [] } = first?.access[at] ?? {};
  const inAll = (of: 'yes' | 'may', names: readonly string[]): readonly string[] => {
    const sets = rest.map(({ access }) => new Set(access[at]?.[of]));
    return names.filter((name) => sets.every((set) => set.has(name)));
  };
  return { action, yes: inAll('yes', yes), may: inAll('may', may) };
}

function everywhereLines(
  everywhere: readonly Access[],
  line: Line,
  heading: string,
): readonly string[] {
  if (everywhere.every(({ yes, may }) => yes.length + may.length === 0)) return [];
  return [heading, ...everywhere.flatMap((one) => line(one, new Set())), ''];
}

function bucketLines(
  buckets: readonly BucketAccess[],
  everywhere: readonly Access[],
  { line, bold }: { readonly line: Line; readonly bold: (text: string) => string },
): readonly string[] {
  const told = everywhere.map(({ yes, may }) => new Set([...yes, ...may]));
  const groups = new Map<string, string[]>();
  for (const { bucket, access } of buckets) {
    const text = access.flatMap((one, at) => line(one, told[at] ?? new Set())).join('\n');
    const group = groups.get(text) ?? [];
    groups.set(text, [...group, bold(printable(bucketName(bucket), 300))]);
  }
  return [...groups].flatMap(([text, names]) => [...names, text, '']);
}

function bucketName(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}

/** One piece for each bucket: the whole of a large account is longer than a text may be. */
export function* matrixCsv({ buckets }: MatrixAnswer): Generator<string> {
  yield csvRow(['principal', 'bucket', 'action', 'answer']);
  for (const { bucket, access } of buckets) {
    yield access
      .flatMap(({ action, yes, may }) => [
        ...yes.map((principal) => csvRow([principal, bucket, action, 'yes'])),
        ...may.map((principal) => csvRow([principal, bucket, action, 'may'])),
      ])
      .join('');
  }
}

/** One piece for each bucket, as for CSV. */
export function* matrixJson(answer: MatrixAnswer): Generator<string> {
  const { actions, principals, buckets, missing } = answer;
  const rest = {
    actions,
    principals,
    certain: isCertain(answer),
    missing,
    assumptions: reachAssumptions.slice(1),
  };
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, ',\n  "buckets": [');
  yield head;
  for (const [index, bucket] of buckets.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(bucket)}`;
  }
  yield `${buckets.length === 0 ? '' : '\n  '}]\n}\n`;
}
