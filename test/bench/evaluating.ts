import { join } from 'node:path';
import { openAccount } from '../../src/account/open-account.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { testSnapshot, type TestPlan } from '../../src/cli/test-snapshot.ts';
import { undeclared } from '../../src/model/inputs.ts';
import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { fail, pass, type AnyRule } from '../../src/rule/index.ts';
import { kindsOf } from '../../src/rule/rule.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { mostMemory, timeOf, type Took } from './time.ts';

// A test run in a process of its own, so that its memory can be told. Takes an EvaluateOrder and
// answers by an EvaluateMeasure.

export interface EvaluateOrder {
  readonly snapshot: string;
  /** The run directory. */
  readonly out: string;
  readonly records: number;
}

export interface EvaluateMeasure {
  readonly records: number;
  readonly failures: number;
  /** The rules' own checks. */
  readonly checks: Took;
  /** Judging, without keeping or reporting a record. */
  readonly judging: Took;
  /** The whole run: judged, chained, written, read back, reported. */
  readonly run: Took;
  /** Megabytes at the most, up to the end of the run. */
  readonly memory: number;
}

process.once('message', (order: EvaluateOrder) => {
  void measure(order).then((measured) => process.send?.(measured, () => process.disconnect()));
});

async function measure(order: EvaluateOrder): Promise<EvaluateMeasure> {
  const snapshot = await readSnapshot(order.snapshot);
  const rules = rulesFor(snapshot, order.records);
  const plan = planOf(rules, order.out);
  let counts = { pass: 0, fail: 0 };
  const run = await timeOf(async () => {
    counts = (await testSnapshot(silentShell, snapshot, plan)).counts;
  });
  const memory = mostMemory();
  const checks = await timeOf(() => checkAll(rules, snapshot));
  const judging = await timeOf(() => judgeAll(rules, snapshot));
  const { pass: passes, fail: failures } = counts;
  return { records: passes + failures, failures, checks, judging, run, memory };
}

const judgedKinds = ['iam.role', 's3.bucket', 'sagemaker.training-job'] as const;

/** As many cheap rules as give so many records. */
function rulesFor(snapshot: Snapshot, records: number): readonly AnyRule[] {
  const rules: AnyRule[] = [];
  for (let left = records; left > 0;) {
    const kind = judgedKinds[rules.length % judgedKinds.length] ?? 's3.bucket';
    rules.push(cheapRule(kind, rules.length));
    left -= snapshot.resources(kind).length;
  }
  return rules;
}

/** Fails for one resource in twenty. */
function cheapRule(on: Kind, number: number): AnyRule {
  const place = String(number).padStart(3, '0');
  const rule = {
    id: `bench/rule-${place}`,
    code: `BEN-${place}`,
    title: `Rule ${place} holds`,
    severity: 'medium',
    why: 'It does not matter.',
    fix: 'Leave it.',
    on,
    needs: ['tags'],
    uses: [],
    params: {},
    check: ({ name }: { readonly name: string }) =>
      (name.charCodeAt(name.length - 1) + number) % 20 === 0
        ? fail({ finding: 'team', expected: 'another name', got: name, field: 'tags' })
        : pass(),
  } as const;
  return rule;
}

function planOf(rules: readonly AnyRule[], out: string): TestPlan {
  return {
    ...{
      rules,
      overrides: new Map(),
      specs: [],
      contracts: [],
      inputs: undeclared,
      failOn: 'low',
      out,
    },
    ...{ granularity: 'nonpass', mochaReporter: null, verbosity: 'normal' },
    reports: [
      { format: 'text', path: null },
      { format: 'junit', path: join(out, 'junit.xml') },
    ],
  };
}

const silentShell: Shell = {
  terminal: {
    ...{ interactive: false, colour: false, width: 100 },
    say: () => undefined,
    status: () => undefined,
    write: () => Promise.resolve(),
    lost: () => undefined,
  },
  ...{ environment: {}, directory: '/', now: Date.now, end: () => undefined },
  signal: new AbortController().signal,
  letInterrupt: () => undefined,
};

function checkAll(rules: readonly AnyRule[], snapshot: Snapshot): number {
  const account = openAccount(snapshot, undeclared);
  let failures = 0;
  for (const one of rules) {
    for (const resource of kindsOf(one).flatMap((kind): readonly Resource[] => account.all(kind))) {
      const verdict = one.check(resource as never, account, one.params as never);
      if (verdict.verdict === 'fail') failures += 1;
    }
  }
  return failures;
}

function judgeAll(rules: readonly AnyRule[], snapshot: Snapshot): number {
  let failures = 0;
  for (const record of runRules(rules, openAccount(snapshot, undeclared))) {
    if (record.status === 'fail') failures += 1;
  }
  return failures;
}
