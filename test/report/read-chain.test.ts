import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, sha256 } from '../../src/model/canonical.ts';
import type { TestRecord } from '../../src/model/record.ts';
import { UserError } from '../../src/model/user-error.ts';
import { chainText } from '../../src/report/chain-text.ts';
import { chainLine, ndjson } from '../../src/report/ndjson.ts';
import { readChain, type ChainEnd } from '../../src/report/read-chain.ts';
import { runInfo, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';

const run = runInfo(sampleRules, sampleRecords);

async function chain(records: readonly TestRecord[] = sampleRecords): Promise<string[]> {
  return (await written(ndjson, run, records)).split('\n');
}

interface Reading {
  readonly records: readonly TestRecord[];
  readonly end: ChainEnd;
}

async function readAll(lines: readonly string[], head?: string): Promise<Reading> {
  const reader = readChain(lines, head);
  const records: TestRecord[] = [];
  for (;;) {
    const step = await reader.next();
    if (step.done === true) return { records, end: step.value };
    records.push(step.value);
  }
}

/** The message of the error that reading throws. */
async function breakOf(lines: readonly string[], head?: string): Promise<string> {
  const outcome = await readAll(lines, head).catch((error: unknown) => error);
  expect(outcome).to.be.instanceOf(UserError);
  expect(outcome).to.have.property('exitCode', 5);
  return String(outcome);
}

function changed(lines: readonly string[], index: number, line: string): string[] {
  return lines.map((one, at) => (at === index ? line : one));
}

/** A line as someone would forge it who can compute hashes. */
function forged(line: string, change: Readonly<Record<string, unknown>>): string {
  const { hash: _hash, ...rest } = { ...(JSON.parse(line) as Record<string, unknown>), ...change };
  return canonicalJson({ ...rest, hash: sha256(String(rest['prev']) + canonicalJson(rest)) });
}

describe('a chain of records', () => {
  it('is read back as it was written, with the facts of the run', async () => {
    const { records, end } = await readAll(await chain());
    const legal = sampleRecords.map((one) => JSON.stringify(one).replaceAll('\\ud800', '\ufffd'));
    expect(records).to.deep.equal(legal.map((text) => JSON.parse(text) as TestRecord));
    expect(end.facts).to.deep.equal({ tool: run.tool, snapshot: run.snapshot });
    expect(end.records).to.equal(sampleRecords.length);
  });

  it('is made of canonical lines whose hash covers the line before', () => {
    const record = sampleRecords[0] as TestRecord;
    const { line, hash } = chainLine('p', 4, record);
    const content = { ...record, seq: 4, prev: 'p' };
    expect(hash).to.equal(sha256(`p${canonicalJson(content)}`));
    expect(line).to.equal(`${canonicalJson({ ...content, hash })}\n`);
  });

  it('is canonical whatever the names and values of nested members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const content = { beta: value, zeta: [value, { 10: value, 9: null, a: undefined }] };
        const legal = !JSON.stringify(content).includes('\\ud');
        fc.pre(legal);
        const { text, hash } = chainText(content, 'p');
        expect(text).to.equal(canonicalJson({ ...content, hash }));
        expect(hash).to.equal(sha256(`p${canonicalJson(content)}`));
      }),
    );
  });

  it('leaves out members that are undefined', () => {
    const record = { ...(sampleRecords[1] as TestRecord), note: undefined };
    const { line } = chainLine('p', 1, record as unknown as TestRecord);
    expect(JSON.parse(line)).to.not.have.property('note');
  });

  it('names the line whose content was changed', async () => {
    const lines = await chain();
    const line = lines[2]?.replace('"status":"fail"', '"status":"pass"') ?? '';
    expect(await breakOf(changed(lines, 2, line))).to.contain('line 3 breaks the chain');
  });

  it('breaks at the next line when a line was forged with a fresh hash', async () => {
    const lines = await chain();
    const line = forged(lines[2] ?? '', { status: 'pass' });
    expect(await breakOf(changed(lines, 2, line))).to.match(/line 4 .*prev is not the hash/);
  });

  it('breaks when a line is missing, moved, doubled or empty', async () => {
    const lines = await chain();
    const [zero = '', one = '', two = '', three = ''] = lines;
    const rest = lines.slice(4);
    expect(await breakOf([zero, two, three, ...rest])).to.contain('line 2');
    expect(await breakOf([zero, two, one, three, ...rest])).to.contain('line 2');
    expect(await breakOf([zero, one, one, two, three, ...rest])).to.contain('line 3');
    expect(await breakOf([zero, '', one, two, three, ...rest])).to.contain('line 2');
    expect(await breakOf([one, two, three, ...rest])).to.contain('line 1');
    expect(await breakOf([])).to.contain('the file is empty');
  });

  it('breaks when lines are missing at the end, if the head is known', async () => {
    const lines = await chain();
    const { end } = await readAll(lines);
    expect((await readAll(lines, end.head)).end.head).to.equal(end.head);
    expect(await breakOf(lines.slice(0, -2), end.head)).to.contain(
      'lines are missing or were added',
    );
  });

  it('breaks when a name is given twice or a value is spelt in another way', async () => {
    const lines = await chain();
    const line = lines[1] ?? '';
    expect(await breakOf(changed(lines, 1, line.replace('{', '{"status":"pass",')))).to.contain(
      'line 2',
    );
    expect(await breakOf(changed(lines, 1, line.replace('{', '{ ')))).to.contain('not canonical');
    expect(await breakOf(changed(lines, 1, 'not json'))).to.contain('not a JSON object');
    const content: Record<string, unknown> = { ...(JSON.parse(line) as object), name: '\ud800' };
    const lone = chainText(content, String(content['prev'])).text;
    expect(await breakOf(changed(lines, 1, lone))).to.contain('not canonical JSON');
  });

  it('refuses a header of another schema and lines that are no records', async () => {
    const lines = await chain();
    const header = forged(lines[0] ?? '', { schema: 'other/1' });
    expect(await breakOf(changed(lines, 0, header))).to.contain('"leastwise-records/1"');
    const strange = forged(lines[1] ?? '', { status: 'fine' });
    expect(await breakOf(changed(lines, 1, strange))).to.contain('not a record');
  });
});
