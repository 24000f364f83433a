import { exitCode } from '../model/exit-code.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import { statuses, type TestRecord } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { chainText } from './chain-text.ts';
import { chainStart, recordsSchema, type RunFacts } from './ndjson.ts';

export interface ChainEnd {
  readonly facts: RunFacts;
  readonly records: number;
  /** Hash of the last line. */
  readonly head: string;
}

/**
 * Yields the records of a chain while it verifies it; a line is yielded only when it and all before
 * it hold. Whoever wants to know that no line is missing at the end compares `head` of the returned
 * value, or gives it.
 *
 * @param lines - Lines without their line feed; an empty last one is allowed.
 * @param head - Hash that the last line must have.
 * @throws UserError (exit code 5) that names the first line that breaks.
 */
export async function* readChain(
  lines: AsyncIterable<string> | Iterable<string>,
  head?: string,
): AsyncGenerator<TestRecord, ChainEnd> {
  let facts: RunFacts | undefined;
  let hash = chainStart;
  let seq = 0;
  let ended = false;
  for await (const line of lines) {
    if (ended) throw broken(seq, 'it is empty');
    ended = line === '';
    if (ended) continue;
    const { content, hash: own } = verifyLine(line, { seq, prev: hash });
    hash = own;
    if (facts === undefined) facts = headerOf(content);
    else yield recordOf(content, seq);
    seq += 1;
  }
  if (facts === undefined) throw broken(0, 'the file is empty');
  if (head !== undefined && head !== hash)
    throw broken(
      seq,
      `the chain ends with ${hash}, not with ${head}: lines are missing or were added`,
    );
  return { facts, records: seq - 1, head: hash };
}

interface Place {
  readonly seq: number;
  readonly prev: string;
}

interface VerifiedLine {
  readonly content: JsonObject;
  readonly hash: string;
}

function verifyLine(line: string, place: Place): VerifiedLine {
  const content = parseLine(line, place.seq);
  const { hash, ...rest } = content;
  if (rest['seq'] !== place.seq) {
    throw broken(
      place.seq,
      `seq is ${JSON.stringify(rest['seq'])}, expected ${String(place.seq)}: a line is missing, added or moved`,
    );
  }
  if (rest['prev'] !== place.prev)
    throw broken(place.seq, 'prev is not the hash of the line before');
  const expected = chainText(rest, place.prev);
  if (hash !== expected.hash) throw broken(place.seq, 'its content does not match its hash');
  // Names given twice, other spellings of a value and lone surrogates would survive the hash.
  if (line !== expected.text || /\p{Surrogate}/u.test(line) || hasLoneEscape(line)) {
    throw broken(place.seq, 'it is not canonical JSON');
  }
  return { content, hash: expected.hash };
}

/** An escaped surrogate; an even number of backslashes before `ud` is text about one. */
function hasLoneEscape(line: string): boolean {
  return line.includes('\\ud') && /(?<!\\)(\\\\)*\\ud[89a-f]/.test(line);
}

function parseLine(line: string, seq: number): JsonObject {
  try {
    const value: unknown = JSON.parse(line);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw broken(seq, 'it is not a JSON object');
}

function headerOf(content: JsonObject): RunFacts {
  if (content['schema'] !== recordsSchema) {
    throw broken(
      0,
      `schema is ${JSON.stringify(content['schema'] ?? null)}, expected "${recordsSchema}"`,
    );
  }
  if (!isJsonObject(content['tool']) || !isJsonObject(content['snapshot']))
    throw broken(0, 'tool or snapshot is missing');
  const { tool, snapshot } = content;
  return { tool, snapshot } as unknown as RunFacts; // written by chainHeader, as the hash shows
}

function recordOf(content: JsonObject, seq: number): TestRecord {
  const { seq: _seq, prev: _prev, hash: _hash, ...record } = content;
  const known = statuses.some((status) => status === record['status']);
  if (!known || typeof record['rule'] !== 'string') throw broken(seq, 'it is not a record');
  return record as unknown as TestRecord; // written by chainLine, as the hash shows
}

function broken(seq: number, reason: string): UserError {
  return new UserError(`records: line ${String(seq + 1)} breaks the chain: ${reason}`, {
    exitCode: exitCode.mismatch,
  });
}
