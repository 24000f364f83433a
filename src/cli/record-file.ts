import { open, type FileHandle } from 'node:fs/promises';
import type { TestRecord } from '../model/record.ts';
import { chainHeader, chainLine, type RunFacts } from '../report/ndjson.ts';
import { readLines } from './read-lines.ts';

/** How much text is gathered before it is written. */
const blockSize = 1 << 18;

/** Writes records as a hash chain while they are made, in blocks. */
export class RecordFile {
  readonly #path: string;
  readonly #file: FileHandle;
  #block: string;
  #head: string;
  #seq = 0;

  constructor(path: string, file: FileHandle, facts: RunFacts) {
    const header = chainHeader(facts);
    this.#path = path;
    this.#file = file;
    this.#block = header.line;
    this.#head = header.hash;
  }

  static async create(path: string, facts: RunFacts): Promise<RecordFile> {
    return new RecordFile(path, await open(path, 'w', 0o600), facts);
  }

  /** Hash of the last record. */
  get head(): string {
    return this.#head;
  }

  async add(record: TestRecord): Promise<void> {
    this.#seq += 1;
    const { line, hash } = chainLine(this.#head, this.#seq, record);
    this.#head = hash;
    this.#block += line;
    if (this.#block.length > blockSize) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
  }

  /**
   * The records as this process wrote them. Every report reads them once, so they are not verified
   * again here; whoever gets the file does that.
   */
  async *read(): AsyncGenerator<TestRecord> {
    let isHeader = true;
    for await (const line of readLines(this.#path)) {
      if (!isHeader) yield recordOf(line);
      isHeader = false;
    }
  }

  async #flush(): Promise<void> {
    const block = this.#block;
    this.#block = '';
    await this.#file.write(block);
  }
}

function recordOf(line: string): TestRecord {
  // Our own line: a record and its place in the chain.
  const { seq, prev, hash, ...record } = JSON.parse(line) as TestRecord & Record<string, unknown>;
  return record;
}
