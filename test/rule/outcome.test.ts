import { expect } from 'chai';
import { worstExitCode, type ExitCode } from '../../src/model/exit-code.ts';
import type { Severity, Status, TestRecord } from '../../src/model/record.ts';
import { exitCodesOf } from '../../src/rule/outcome.ts';
import { startTally } from '../../src/rule/tally.ts';
import { listedRule, record } from '../support/run-info.ts';

function codes(records: readonly TestRecord[], failOn: Severity = 'info'): readonly ExitCode[] {
  const tally = startTally([listedRule({ severity: 'medium' })]);
  for (const one of records) tally.add(one);
  return exitCodesOf(tally.results(), { failOn });
}

function of(...list: readonly Status[]): readonly TestRecord[] {
  return list.map((status) => record({ status }));
}

describe('exit codes of results', () => {
  it('are none when everything that was judged holds', () => {
    expect(codes(of('pass', 'waived', 'manual', 'not-applicable'))).to.deep.equal([]);
  });

  it('hold 1 for a violation at or above the severity to fail on', () => {
    expect(codes(of('fail'), 'low')).to.deep.equal([1]);
    expect(codes(of('fail'), 'medium')).to.deep.equal([1]);
    expect(codes(of('fail'), 'high')).to.deep.equal([]);
  });

  it('hold 3 for anything unknown, whatever the severity to fail on', () => {
    expect(codes(of('pass', 'unknown'), 'critical')).to.deep.equal([3]);
  });

  it('hold 6 when nothing was judged', () => {
    expect(codes([])).to.deep.equal([6]);
    expect(codes(of('not-applicable'))).to.deep.equal([6]);
    expect(exitCodesOf([], { failOn: 'info' })).to.deep.equal([6]);
  });

  it('take 3 before 1, and 2, 5, 7, 3, 4, 6, 1 in this order', () => {
    expect(worstExitCode(codes(of('fail', 'unknown')))).to.equal(3);
    const order: readonly ExitCode[] = [130, 2, 5, 7, 3, 4, 6, 1];
    order.forEach((code, index) => {
      expect(worstExitCode(order.slice(index).toReversed())).to.equal(code);
    });
    expect(worstExitCode([])).to.equal(0);
  });
});

describe('the tally', () => {
  it('counts by rule and overall, worst status first', () => {
    const tally = startTally([listedRule(), listedRule({ id: 'a/other', code: 'A-01' })]);
    for (const one of of('pass', 'unknown', 'fail', 'pass')) tally.add(one);
    const none = { pass: 0, fail: 0, waived: 0, unknown: 0, 'not-applicable': 0, manual: 0 };
    const counts = { ...none, pass: 2, unknown: 1, fail: 1 };
    const { id, code, title, severity, why, fix } = listedRule();
    expect(tally.results()).to.deep.equal([
      {
        id: 'a/other',
        code: 'A-01',
        title,
        severity,
        why,
        fix,
        counts: none,
        status: 'not-applicable',
      },
      { id, code, title, severity, why, fix, counts, status: 'fail' },
    ]);
    expect(tally.counts()).to.deep.equal(counts);
  });

  it('orders fail, unknown, waived, manual, pass, not-applicable', () => {
    const order: Status[] = ['fail', 'unknown', 'waived', 'manual', 'pass', 'not-applicable'];
    order.forEach((status, index) => {
      const tally = startTally([]);
      for (const one of of(...order.slice(index).toReversed())) tally.add(one);
      expect(tally.results()[0]?.status).to.equal(status);
    });
  });

  it('gives a spec file the severity of its gravest failure', () => {
    const spec = { rule: 'spec/a.spec.ts', code: 'SPEC', kind: 'spec' } as const;
    const tally = startTally([]);
    tally.add(record({ ...spec, severity: 'critical' }));
    tally.add(record({ ...spec, severity: 'low', status: 'fail' }));
    tally.add(record({ ...spec, severity: 'high' }));
    expect(tally.results()[0]).to.include({ title: 'a.spec.ts', severity: 'low', status: 'fail' });
    tally.add(record({ ...spec, severity: 'medium', status: 'fail' }));
    expect(tally.results()[0]).to.include({ severity: 'medium' });
  });
});
