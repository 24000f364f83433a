import { parseCsv } from '../reply/csv.ts';
import { IncompleteReply } from '../reply/observe.ts';

/** The columns we read; AWS adds new ones at the end from time to time. */
const columns = [
  'user',
  'arn',
  'password_enabled',
  'password_last_used',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
] as const;

export type CredentialRow = { readonly [C in (typeof columns)[number]]: string };

export interface CredentialReport {
  /** ISO-8601; AWS makes a new report at most every four hours. */
  readonly generatedAt: string;
  /** By ARN, the root user's included. */
  readonly rows: ReadonlyMap<string, CredentialRow>;
}

/**
 * Rows by ARN. Throws `IncompleteReply` when a column is missing or stands twice, for then no row
 * can be trusted. A row of another width than the header, or a second one of the same user, is left
 * out: that user has no row, which is not the same as no credentials.
 */
export function credentialRows(text: string): ReadonlyMap<string, CredentialRow> {
  const [header = [], ...lines] = parseCsv(text);
  const places = columns.map((name) => [name, placeOf(header, name)] as const);
  const rows = new Map<string, CredentialRow>();
  const twice = new Set<string>();
  for (const cells of lines.filter((line) => line.length === header.length)) {
    const named = places.map(([name, place]) => [name, cells[place] ?? '']);
    // `places` names every column exactly once.
    const row = Object.fromEntries(named) as CredentialRow;
    if (rows.has(row.arn)) twice.add(row.arn);
    rows.set(row.arn, row);
  }
  for (const arn of twice) rows.delete(arn);
  return rows;
}

function placeOf(header: readonly string[], name: string): number {
  const place = header.indexOf(name);
  if (place === -1) throw new IncompleteReply(`column ${name}`);
  if (header.lastIndexOf(name) !== place) throw new IncompleteReply(`single column ${name}`);
  return place;
}
