import type { AnyRule } from '../../src/rule/rule.ts';
import type { Reporter, RunInfo, TestRecord } from '../../src/model/record.ts';
import { startTally } from '../../src/rule/tally.ts';
import { accountId, region } from './build.ts';

/** A record that passes, but for the members given. */
export function record(changes: Partial<TestRecord> = {}): TestRecord {
  return {
    rule: 'network/notebook-has-no-direct-internet',
    code: 'NET-01',
    severity: 'high',
    kind: 'sagemaker.notebook-instance',
    resource: `arn:aws:sagemaker:${region}:${accountId}:notebook-instance/example`,
    name: 'example',
    account: accountId,
    region,
    status: 'pass',
    evidence: [],
    missing: [],
    ...changes,
  };
}

/** What a run says that gave exactly these records. */
export function runInfo(
  rules: readonly AnyRule[],
  records: readonly TestRecord[],
  changes: Partial<RunInfo> = {},
): RunInfo {
  const tally = startTally(rules);
  for (const one of records) tally.add(one);
  return {
    tool: { name: 'leastwise', version: '0.0.0' },
    snapshot: {
      root: 'ab'.repeat(32),
      account: accountId,
      regions: [region, 'us-east-1'],
      startedAt: '2026-11-01T00:00:00.000Z',
      finishedAt: '2026-11-01T00:01:00.000Z',
      jobsSince: '2026-08-03T00:00:00.000Z',
      endpointOverride: null,
    },
    rules: tally.results(),
    counts: tally.counts(),
    exitCode: 3,
    chainHead: 'cd'.repeat(32),
    ...changes,
  };
}

/** A rule for lists, whose check is never called. */
export function listedRule(changes: Partial<AnyRule> = {}): AnyRule {
  return {
    id: 'network/notebook-has-no-direct-internet',
    code: 'NET-01',
    title: 'Notebooks have no direct internet access',
    severity: 'high',
    why: 'Whoever runs code on it can send the data anywhere.',
    fix: 'Create it with DirectInternetAccess Disabled, in a subnet of a private VPC.',
    on: 'sagemaker.notebook-instance',
    needs: ['directInternetAccess'],
    uses: [],
    params: {},
    check: () => {
      throw new Error('not called');
    },
    ...changes,
  };
}

/** All that a reporter writes. */
export async function written(
  reporter: Reporter,
  run: RunInfo,
  records: readonly TestRecord[],
): Promise<string> {
  let text = '';
  for await (const chunk of reporter(run, stream(records))) text += chunk;
  return text;
}

async function* stream<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) {
    await Promise.resolve();
    yield value;
  }
}
