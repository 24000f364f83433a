import { sha256 } from '../model/canonical.ts';
import type { Reporter, RunInfo, TestRecord } from '../model/record.ts';
import { chainText } from './chain-text.ts';

export const recordsSchema = 'leastwise-records/1';

/** What the first line's `prev` says. */
export const chainStart = '0'.repeat(64);

export interface ChainLine {
  /** Canonical JSON with its line feed. */
  readonly line: string;
  /** What the next line's `prev` must say. */
  readonly hash: string;
}

/** What is known of a run before its first record. */
export type RunFacts = Pick<RunInfo, 'tool' | 'snapshot'>;

/** The first line of a records file (`seq` 0): which tool judged which snapshot. */
export function chainHeader(run: RunFacts): ChainLine {
  const { tool, snapshot } = run;
  return link({ schema: recordsSchema, tool, snapshot, seq: 0, prev: chainStart });
}

/**
 * The line of one record.
 *
 * @param prev - Hash of the line before.
 * @param seq - Position of the line; the first record has 1.
 */
export function chainLine(prev: string, seq: number, record: TestRecord): ChainLine {
  const content = lineContent(prev, seq, record);
  if (record.evidence.length > 0 || record.missing.length > 0) return link(content, lineNames);
  return linkFlat(content);
}

/** The members as RFC 8785 sorts them. One by one: a spread takes longer than all the rest. */
function lineContent(prev: string, seq: number, record: TestRecord) {
  return {
    account: record.account,
    code: record.code,
    evidence: record.evidence,
    kind: record.kind,
    missing: record.missing,
    name: record.name,
    note: record.note,
    prev,
    region: record.region,
    resource: record.resource,
    rule: record.rule,
    seq,
    severity: record.severity,
    status: record.status,
  } satisfies Record<keyof TestRecord | 'seq' | 'prev', unknown>;
}

/** `link` for most records: with nothing nested in them `JSON.stringify` writes RFC 8785 by itself. */
function linkFlat(content: ReturnType<typeof lineContent>): ChainLine {
  const text = JSON.stringify(content);
  if (text.includes('\\ud')) return link(content, lineNames);
  const hash = sha256(content.prev + text);
  const { account, code, evidence } = content; // the members that sort before `hash`
  const place = JSON.stringify({ account, code, evidence }).length - 1;
  return { line: `${text.slice(0, place)},"hash":"${hash}"${text.slice(place)}\n`, hash };
}

/** Sorting them for each of 500,000 records would take longer than writing them. */
const lineNames = Object.keys({
  rule: true,
  code: true,
  severity: true,
  kind: true,
  resource: true,
  name: true,
  account: true,
  region: true,
  status: true,
  evidence: true,
  missing: true,
  note: true,
  seq: true,
  prev: true,
} satisfies Record<keyof TestRecord | 'seq' | 'prev', true>).sort();

/** Header and records, as they stand in `records.ndjson`. */
export const ndjson: Reporter = async function* ndjsonReport(run, records) {
  let { line, hash } = chainHeader(run);
  yield line;
  let seq = 0;
  for await (const record of records) {
    seq += 1;
    ({ line, hash } = chainLine(hash, seq, record));
    yield line;
  }
};

type Content = Readonly<Record<string, unknown>> & { readonly prev: string };

function link(content: Content, names?: readonly string[]): ChainLine {
  const { text, hash } = chainText(content, content.prev, names);
  if (text.includes('\\ud')) return linkWellFormed(content);
  return { line: `${text}\n`, hash };
}

/**
 * `JSON.stringify` escapes lone surrogates, for which RFC 8785 has no text. A hostile name must not
 * keep a record from being written: they become U+FFFD.
 */
function linkWellFormed(content: Content): ChainLine {
  const repaired: unknown = JSON.parse(JSON.stringify(content), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
  );
  const { text, hash } = chainText(repaired as Content, content.prev); // the same members
  return { line: `${text}\n`, hash };
}
