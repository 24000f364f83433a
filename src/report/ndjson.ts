import { canonicalJson, sha256 } from '../model/canonical.ts';
import type { Reporter, RunInfo, TestRecord } from '../model/record.ts';

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
  return link({ ...record, seq, prev });
}

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

type Unhashed = { readonly [name: string]: unknown } & { readonly prev: string };

function link(content: Unhashed): ChainLine {
  // Each member is written once: the line differs from what is hashed by the member `hash` alone.
  const members = new Map<string, string>();
  for (const [name, value] of Object.entries(wellFormed(content))) {
    if (value !== undefined) members.set(name, canonicalJson(value));
  }
  const hash = chainHash(content.prev, objectText(members));
  members.set('hash', JSON.stringify(hash));
  return { line: `${objectText(members)}\n`, hash };
}

/** @param content - Canonical JSON of the line without its hash. */
export function chainHash(prev: string, content: string): string {
  return sha256(prev + content);
}

/** RFC 8785 sorts members by UTF-16 code units, as `sort` does. */
function objectText(members: ReadonlyMap<string, string>): string {
  const names = [...members.keys()].sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${members.get(name) ?? ''}`).join(',')}}`;
}

/** RFC 8785 has no text for lone surrogates; a hostile name must not keep a record from being written. */
function wellFormed(content: Unhashed): Unhashed {
  const text = JSON.stringify(content);
  if (!text.includes('\\ud')) return content;
  return JSON.parse(text, (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
  ) as Unhashed; // the same members as `content`, with other strings
}
