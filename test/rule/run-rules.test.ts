import { expect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import type { Account } from '../../src/account/account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { absent, notCollected, present, type Unread } from '../../src/model/observed.ts';
import type { TestRecord } from '../../src/model/record.ts';
import { kinds, type Kind, type Resource } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { rule, type AnyRule } from '../../src/rule/rule.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { fail, notApplicable, pass, unknown } from '../../src/rule/verdict.ts';
import { accountId, build, completeUniverse, region, snapshotOf } from '../support/build.ts';

const denied: Unread = {
  state: 'denied',
  call: 'sagemaker:DescribeNotebookInstance',
  code: 'AccessDenied',
};
const evidence = { finding: 'f', expected: 'e', got: 'g' };

function notebook(name: string, rootAccess: Resource<'sagemaker.notebook-instance'>['rootAccess']) {
  return build('sagemaker.notebook-instance', { rootAccess }, { name });
}

/** A rule on notebooks that says the same of each. */
function saying(verdict: () => Verdict, uses: readonly Kind[] = []): AnyRule {
  return rule({
    id: 'topic/said',
    code: 'TOP-01',
    title: 'Said',
    severity: 'high',
    why: 'w',
    fix: 'f',
    on: 'sagemaker.notebook-instance',
    needs: ['rootAccess'],
    uses,
    check: () => verdict(),
  });
}

function account(resources: readonly Resource[], changes: readonly Universe[] = []): Account {
  const changed = new Set(changes.map((one) => one.kind));
  const rest = kinds.filter((kind) => !changed.has(kind)).map((kind) => completeUniverse(kind));
  return openAccount(snapshotOf(resources, [...rest, ...changes]), undeclared);
}

function run(one: AnyRule, world: Account): readonly TestRecord[] {
  return [...runRules([one], world)];
}

function outcomes(records: readonly TestRecord[]) {
  return records.map(({ resource, status }) => [resource.split('/').at(-1), status]);
}

function cut(kind: Kind, inRegion: string = region): Universe {
  return { ...completeUniverse(kind, inRegion), end: 'denied', problem: denied };
}

describe('running rules', () => {
  it('gives a whole record for every resource, sorted by ARN', () => {
    const world = account([notebook('b', absent), notebook('a', present('Enabled'))]);
    const judged = rule({
      id: 'topic/judged',
      code: 'TOP-02',
      title: 'Judged',
      severity: 'low',
      why: 'w',
      fix: 'f',
      on: 'sagemaker.notebook-instance',
      needs: ['rootAccess'],
      check: ({ rootAccess }) => (rootAccess.state === 'present' ? fail(evidence) : pass('none')),
    });
    const common = {
      rule: 'topic/judged',
      code: 'TOP-02',
      severity: 'low',
      kind: 'sagemaker.notebook-instance',
      account: accountId,
      region,
      missing: [],
    };
    const arn = `arn:aws:sagemaker:notebook-instance:${region}:${accountId}`;
    expect(run(judged, world)).to.deep.equal([
      { ...common, resource: `${arn}:a`, name: 'a', status: 'fail', evidence: [evidence] },
      { ...common, resource: `${arn}:b`, name: 'b', status: 'pass', evidence: [], note: 'none' },
    ]);
  });

  it('goes through rules by id, whatever the order they are given in', () => {
    const world = account([notebook('a', absent)]);
    const rules = ['b/x', 'a/y', 'a-b/z'].map((id) => ({ ...saying(pass), id }));
    const order = [...runRules(rules, world)].map((record) => record.rule);
    expect(order).to.deep.equal(['a-b/z', 'a/y', 'b/x']);
  });

  it('is lazy: nothing is judged before it is asked for', () => {
    let calls = 0;
    const counting = saying(() => {
      calls += 1;
      return pass();
    });
    const records = runRules([counting], account([notebook('a', absent), notebook('b', absent)]));
    expect(calls).to.equal(0);
    records.next();
    expect(calls).to.equal(1);
  });

  it('gives parameters with their overrides to check', () => {
    const seen: unknown[] = [];
    const asking: AnyRule = {
      ...saying(pass),
      params: { days: 90, tags: ['a'] },
      check: (_resource, _account, params) => {
        seen.push(params);
        return pass();
      },
    };
    const overrides = new Map([['topic/said', { days: 30 }]]);
    expect([...runRules([asking], account([notebook('a', absent)]), overrides)]).to.have.length(1);
    expect(seen).to.deep.equal([{ days: 30, tags: ['a'] }]);
  });
});

describe('the first law', () => {
  const world = account([notebook('a', denied), notebook('b', present('Disabled'))]);

  it('makes a rule that throws unknown, with its message', () => {
    const [record] = run(
      saying(() => {
        throw new RangeError('out of bounds');
      }),
      world,
    );
    expect(record?.status).to.equal('unknown');
    expect(record?.missing).to.deep.equal([
      {
        what: 'the verdict of topic/said',
        why: {
          state: 'error',
          call: 'check',
          code: 'RuleCrashed',
          message: 'RangeError: out of bounds',
        },
        mend: 'This is a defect of the rule, not of the account: report it to its author.',
      },
    ]);
  });

  it('makes a rule that throws no error unknown as well', () => {
    const [record] = run(
      saying(() => {
        throw 'text';
      }),
      world,
    );
    expect(record?.status).to.equal('unknown');
  });

  it('withdraws a pass when a needed field was not read, naming it', () => {
    const records = run(saying(pass), world);
    expect(outcomes(records).map(([, status]) => status)).to.deep.equal(['unknown', 'pass']);
    expect(records[0]?.missing).to.deep.equal([{ what: 'rootAccess', why: denied }]);
  });

  it('withdraws "not applicable" as well', () => {
    const records = run(
      saying(() => notApplicable('why')),
      world,
    );
    expect(outcomes(records).map(([, status]) => status)).to.deep.equal([
      'unknown',
      'not-applicable',
    ]);
    expect(records[1]?.note).to.equal('why');
  });

  for (const why of [
    denied,
    { state: 'gone', call: 'c', code: 'NotFound' },
    { state: 'error', call: 'c', code: '500' },
    notCollected('not asked for'),
  ] as const) {
    it(`withdraws a pass for a field that is ${why.state}`, () => {
      const records = run(saying(pass), account([notebook('a', why)]));
      expect(records.map((record) => record.status)).to.deep.equal(['unknown']);
    });
  }

  it('lets a fail stand although a needed field was not read', () => {
    const records = run(
      saying(() => fail(evidence)),
      world,
    );
    expect(records.map((record) => record.status)).to.deep.equal(['fail', 'fail']);
  });

  it('hides the fields that a rule did not declare: reading one is a crash', () => {
    const peeking: AnyRule = {
      ...saying(pass),
      check: (resource: { readonly status: { readonly state: string } }) =>
        resource.status.state === 'absent' ? pass() : fail(evidence),
    } as never;
    const records = run(peeking, account([notebook('a', absent)]));
    expect(records.map((record) => record.status)).to.deep.equal(['unknown']);
  });

  it('holds a rule to fields that the snapshot does not have', () => {
    const stranger: AnyRule = { ...saying(pass), needs: ['rootAccess', 'added'] };
    const records = run(stranger, account([notebook('a', absent)]));
    expect(records[0]?.missing.map(({ what }) => what)).to.deep.equal(['added']);
  });

  it('gives each gap of its universe a record of its own, after the resources', () => {
    const gaps = [
      completeUniverse('sagemaker.notebook-instance'),
      cut('sagemaker.notebook-instance', 'us-west-2'),
      cut('sagemaker.notebook-instance', 'us-east-1'),
    ];
    const records = run(saying(pass), account([notebook('b', absent)], gaps));
    expect(records.map(({ resource, status }) => [resource, status])).to.deep.equal([
      [`arn:aws:sagemaker:notebook-instance:${region}:${accountId}:b`, 'pass'],
      [`sagemaker.notebook-instance in ${accountId} us-east-1`, 'unknown'],
      [`sagemaker.notebook-instance in ${accountId} us-west-2`, 'unknown'],
    ]);
    expect(records[1]?.missing).to.deep.equal([
      { what: 'all sagemaker.notebook-instance in us-east-1', why: denied },
    ]);
    expect(records[1]?.region).to.equal('us-east-1');
  });

  for (const end of ['truncated', 'denied', 'error', 'skipped'] as const) {
    it(`never calls an empty list complete that is ${end}`, () => {
      const list: Universe = { ...completeUniverse('sagemaker.notebook-instance'), end };
      const records = run(saying(pass), account([], [list]));
      expect(records.map((record) => record.status)).to.deep.equal(['unknown']);
    });
  }

  it('judges the resources of several kinds together, and tells their gaps apart', () => {
    const both: AnyRule = rule({
      ...{ id: 'topic/both', code: 'TOP-03', title: 'Both', severity: 'high', why: 'w', fix: 'f' },
      on: 'iam.role',
      alsoOn: ['iam.user'],
      needs: ['attachedPolicies'],
      uses: ['iam.user'],
      check: ({ kind }) => (kind === 'iam.user' ? fail(evidence) : pass()),
    });
    const id = (name: string) => `arn:aws:iam::${accountId}:${name}`;
    const people = [
      build('iam.user', {}, { id: id('user/ana') }),
      build('iam.user', { attachedPolicies: notCollected('x') }, { id: id('role/odd') }),
      build('iam.role', {}, { id: id('role/Train') }),
    ];
    const records = run(both, account(people, [cut('iam.user')]));
    expect(outcomes(records)).to.deep.equal([
      ['Train', 'pass'],
      ['odd', 'fail'],
      ['ana', 'fail'],
      [`iam.user in ${accountId} eu-west-1`, 'unknown'],
    ]);
    expect(run(both, account([])).map((one) => one.note)).to.deep.equal([
      'no iam.role, iam.user among what was captured',
    ]);
  });

  it('treats a kind that was never listed as a gap', () => {
    const listed = kinds.filter((kind) => kind !== 'sagemaker.notebook-instance');
    const snapshot = snapshotOf(
      [],
      listed.map((kind) => completeUniverse(kind)),
    );
    const records = run(saying(pass), openAccount(snapshot, undeclared));
    expect(records.map(({ resource, status }) => [resource, status])).to.deep.equal([
      [`sagemaker.notebook-instance in ${accountId} every region`, 'unknown'],
    ]);
  });

  it('gives the gaps of all kinds that a rule uses one record', () => {
    const gaps = [cut('kms.key'), cut('iam.role'), cut('sagemaker.notebook-instance')];
    const uses: Kind[] = ['kms.key', 'iam.role', 'iam.role', 'sagemaker.notebook-instance'];
    const records = run(saying(pass, uses), account([notebook('a', absent)], gaps));
    expect(
      records.map(({ resource, status }) => [resource.replace(/.*:/, ''), status]),
    ).to.deep.equal([
      ['a', 'pass'],
      [`sagemaker.notebook-instance in ${accountId} ${region}`, 'unknown'],
      [`iam.role, kms.key in ${accountId} ${region}`, 'unknown'],
    ]);
    expect(records[2]?.missing.map(({ what }) => what)).to.deep.equal([
      `all iam.role in ${region}`,
      `all kms.key in ${region}`,
    ]);
  });

  it('says "not applicable" once for a complete list of nothing', () => {
    const records = run(saying(pass, ['kms.key']), account([], [cut('kms.key')]));
    expect(records.map(({ resource, status, note }) => [resource, status, note])).to.deep.equal([
      [
        `sagemaker.notebook-instance in ${accountId} every region`,
        'not-applicable',
        'no sagemaker.notebook-instance among what was captured',
      ],
    ]);
  });

  const noVerdicts: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['true', true],
    ['a promise', Promise.resolve(pass())],
    ['a word that is no verdict', { verdict: 'passed' }],
    ['a fail without evidence', { verdict: 'fail', evidence: [] }],
    ['a fail whose evidence says nothing', { verdict: 'fail', evidence: [{}] }],
    [
      'a fail with a statement without index',
      { verdict: 'fail', evidence: [{ ...evidence, statement: { policy: 'p' } }] },
    ],
    ['an unknown that misses nothing', { verdict: 'unknown', missing: [] }],
    [
      'an unknown for a settled field',
      { verdict: 'unknown', missing: [{ what: 'x', why: absent }] },
    ],
    ['"not applicable" without why', { verdict: 'not-applicable', why: '' }],
    ['a pass with a number for a note', { verdict: 'pass', note: 1 }],
  ];
  for (const [name, answer] of noVerdicts) {
    it(`takes ${name} for a crash of the rule`, () => {
      const [record] = run(
        saying(() => answer as Verdict),
        account([notebook('a', absent)]),
      );
      const why = record?.missing[0]?.why;
      expect([record?.status, why?.state === 'error' && why.code]).to.deep.equal([
        'unknown',
        'RuleCrashed',
      ]);
    });
  }

  it('passes on what a rule itself could not judge', () => {
    const missing = { what: 'x', why: denied, mend: 'm' };
    const [record] = run(
      saying(() => unknown(missing)),
      account([notebook('a', absent)]),
    );
    expect([record?.status, record?.missing]).to.deep.equal(['unknown', [missing]]);
  });
});
