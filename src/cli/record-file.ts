import { closeSync, createReadStream, fsyncSync, openSync, writeFileSync } from 'node:fs';
import type { TestRecord } from '../model/record.ts';
import { chainHeader, chainLine, type RunFacts } from '../report/ndjson.ts';
import { readLines } from './read-lines.ts';
import { notWritten } from './write-output.ts';

/** Bytes that are gathered before they are written. */
const blockSize = 1 << 18;

/**
 * Writes records as a hash chain while they are made, in blocks. A line becomes bytes at once:
 * gathered as text, half a million of them outlive the young generation and fill the memory.
 */
export class RecordFile {
  readonly #path: string;
  readonly #file: number;
  readonly #block = Buffer.allocUnsafe(blockSize);
  #filled = 0;
  #head: string;
  #seq = 0;

  constructor(path: string, facts: RunFacts) {
    const header = chainHeader(facts);
    this.#path = path;
    this.#file = this.#onDisk(() => openSync(path, 'w', 0o600));
    this.#head = header.hash;
    this.#write(header.line);
  }

  /** Hash of the last record. */
  get head(): string {
    return this.#head;
  }

  add(record: TestRecord): void {
    this.#seq += 1;
    const { line, hash } = chainLine(this.#head, this.#seq, record);
    this.#head = hash;
    this.#write(line);
  }

  close(): void {
    this.#flush();
    this.#onDisk(() => {
      fsyncSync(this.#file);
      closeSync(this.#file);
    });
  }

  /**
   * The records as this process wrote them: all, or those that are not a pass and the first of each
   * rule, so that the rules come in their order. Every report reads them once, so they are not
   * verified again here; whoever gets the file does that.
   */
  async *read(which: 'all' | 'nonpass'): AsyncGenerator<TestRecord> {
    let isHeader = true;
    let rule = '';
    for await (const lines of readLines(createReadStream(this.#path, 'utf8'))) {
      for (const line of lines) {
        const isSkipped = isHeader || (which === 'nonpass' && isPassOf(rule, line));
        isHeader = false;
        if (isSkipped) continue;
        const record = recordOf(line);
        rule = record.rule;
        yield record;
      }
    }
  }

  #write(line: string): void {
    // In UTF-8 a code unit takes three bytes at the most.
    const most = line.length * 3;
    if (most > blockSize - this.#filled) this.#flush();
    if (most > blockSize) this.#onDisk(() => writeFileSync(this.#file, line));
    else this.#filled += this.#block.write(line, this.#filled);
  }

  #flush(): void {
    // With a descriptor `writeFileSync` appends, and goes on after a short write.
    this.#onDisk(() => writeFileSync(this.#file, this.#block.subarray(0, this.#filled)));
    this.#filled = 0;
  }

  #onDisk<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw notWritten(this.#path, error);
    }
  }
}

/**
 * Told without parsing, which would take longer than all the rest: `status` is the last member of a
 * canonical line, and within a text the quotes would be escaped.
 */
function isPassOf(rule: string, line: string): boolean {
  return line.endsWith('"status":"pass"}') && line.includes(`,"rule":${JSON.stringify(rule)},`);
}

/** Our own line: a record and its place in the chain. A rest (`...record`) would be far slower. */
function recordOf(text: string): TestRecord {
  const line = JSON.parse(text) as TestRecord;
  const record = {
    rule: line.rule,
    code: line.code,
    severity: line.severity,
    kind: line.kind,
    resource: line.resource,
    name: line.name,
    account: line.account,
    region: line.region,
    status: line.status,
    evidence: line.evidence,
    missing: line.missing,
  };
  return line.note === undefined ? record : { ...record, note: line.note };
}
