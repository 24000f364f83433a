import { expect } from 'chai';
import fc from 'fast-check';
import { junitReporter } from '../../src/report/junit.ts';
import type { Granularity } from '../../src/report/junit-counts.ts';
import { statuses } from '../../src/model/record.ts';
import { expectGolden } from '../support/golden.ts';
import { listedRule, record, runInfo, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';
import { parseXml, type XmlElement } from '../support/xml.ts';

const fail = { status: 'fail', evidence: [{ finding: 'f', expected: 'e', got: 'g' }] } as const;

async function suites(granularity: Granularity, records = sampleRecords): Promise<XmlElement> {
  const run = runInfo(sampleRules, records);
  return parseXml(await written(junitReporter(granularity), run, records));
}

function cases(suite: XmlElement): readonly XmlElement[] {
  return suite.children.filter((child) => child.name === 'testcase');
}

function counted(suite: XmlElement): Record<string, number> {
  const outcomes = cases(suite).flatMap((one) => one.children.map((child) => child.name));
  const count = (name: string): number => outcomes.filter((one) => one === name).length;
  return {
    tests: cases(suite).length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

function stated({ attributes }: XmlElement): Record<string, number> {
  const number = (name: string): number => Number(attributes[name]);
  return {
    tests: number('tests'),
    failures: number('failures'),
    errors: number('errors'),
    skipped: number('skipped'),
  };
}

describe('the JUnit report', () => {
  it('is the golden file, and well-formed with hostile names', async () => {
    const text = await written(junitReporter(), runInfo(sampleRules, sampleRecords), sampleRecords);
    expect(parseXml(text).name).to.equal('testsuites');
    expectGolden(text, 'report/junit/sample.xml');
  });

  for (const granularity of ['rule', 'nonpass', 'resource'] as const) {
    it(`states the counts that it holds, by ${granularity}`, async () => {
      const root = await suites(granularity);
      for (const suite of root.children) expect(stated(suite)).to.deep.equal(counted(suite));
      const all = { ...root, children: root.children.flatMap(cases) };
      expect(stated(root)).to.deep.equal(counted(all));
    });
  }

  it('has a case per rule, per record that is not a pass, or per record', async () => {
    const sizes = await Promise.all(
      (['rule', 'nonpass', 'resource'] as const).map(async (granularity) => {
        const root = await suites(granularity);
        return root.children.flatMap(cases).length;
      }),
    );
    expect(sizes).to.deep.equal([4, 4 + 5, 4 + 7]);
  });

  it('gives every case of a suite a name of its own', async () => {
    const names = [
      'same',
      'same',
      'same (2)',
      'x\u0000',
      'x\u0001',
      'l'.repeat(2000),
      'l'.repeat(2001),
    ];
    const records = names.map((resource) => record({ ...fail, resource }));
    const run = runInfo([listedRule()], records);
    const root = parseXml(await written(junitReporter(), run, records));
    const [suite] = root.children;
    const given = suite === undefined ? [] : cases(suite).map((one) => one.attributes['name']);
    expect(given).to.have.length(8);
    expect(new Set(given).size).to.equal(8);
    expect(given[2]).to.equal('same (2)');
  });

  it('tells rules apart that gave no record', async () => {
    const run = runInfo([listedRule()], []);
    const root = parseXml(await written(junitReporter(), run, []));
    expect(root.children.map(counted)).to.deep.equal([
      { tests: 1, failures: 0, errors: 0, skipped: 1 },
    ]);
  });

  it('keeps bodies within 8,192 bytes as written', async () => {
    const evidence = Array.from({ length: 50 }, (_, index) => ({
      finding: String(index),
      expected: '<&🚀'.repeat(90),
      got: 'g',
    }));
    const records = [record({ status: 'fail', evidence })];
    const text = await written(junitReporter(), runInfo([listedRule()], records), records);
    const bodies = [...text.matchAll(/<failure[^>]*>([^]*?)<\/failure>/g)].map(([, body = '']) =>
      Buffer.byteLength(body),
    );
    expect(bodies).to.have.length(2);
    expect(Math.max(...bodies)).to.be.within(8150, 8192);
  });

  it('tells why, fix and resource beside ten thousand characters of evidence', async () => {
    const evidence = [{ finding: 'f', expected: 'e', got: 'x'.repeat(10_000) }];
    const records = [record({ status: 'fail', evidence })];
    const text = await written(junitReporter(), runInfo([listedRule()], records), records);
    const body = /<failure message="f: [^]*?<\/failure>/.exec(text)?.[0];
    expect(body).to.contain(`\nfix: ${listedRule().fix}\n`);
    expect(body).to.contain(`\nresource: ${record().resource}\n`);
  });

  it('refuses records that are not grouped by rule', async () => {
    const other = { rule: 'encryption/other', code: 'ENC-99' };
    const records = [record(), record(other), record()];
    const run = runInfo([listedRule()], records);
    const outcome = await written(junitReporter(), run, records).catch((error: unknown) => error);
    expect(String(outcome)).to.contain('not grouped');
  });

  it('is well-formed for whatever text', async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.string({ unit, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(...statuses), async (name, got, status) => {
        const evidence = [{ finding: got, expected: name, got }];
        const records = [record({ resource: name, status, evidence, note: got })];
        const run = runInfo([listedRule({ title: name, why: got })], records);
        parseXml(await written(junitReporter('resource'), run, records));
      }),
      { numRuns: 60 },
    );
  });
});
