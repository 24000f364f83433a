import type { Figure } from './figure.ts';
import type { RateGroup } from './served-account.ts';
import type { Run } from './snapshot-run.ts';

const jobOperations = [
  'sagemaker:ListTrainingJobs',
  'sagemaker:Search',
  'sagemaker:DescribeTrainingJob',
  'sagemaker:ListTags',
] as const;

export function snapshotFigures({ size, measure, calls, content }: Run): readonly Figure[] {
  const { operations, groups } = calls;
  const answered = sum(Object.values(operations));
  const iam = Object.entries(operations).filter(([name]) => name.startsWith('iam:'));
  const permitted = Math.max(...groups.map(secondsOf));
  return [
    { name: 'calls', value: measure.calls },
    { name: 'calls lost', value: measure.calls - answered, atMost: 0 },
    { name: 'throttles', value: sum(groups.map((group) => group.throttled)) },
    { name: 'writing calls', value: calls.refused, atMost: 0 },
    { name: 'resources missing', value: missingFrom(size, content), atMost: 0 },
    { name: 'fields and lists that could not be read', value: content.unread, atMost: 0 },
    { name: 'IAM calls', value: sum(iam.map(([, count]) => count)), atMost: 80 },
    {
      name: 'calls for training jobs',
      value: sum(jobOperations.map((name) => operations[name] ?? 0)),
      atMost: 250,
    },
    { name: 'time', value: measure.seconds, unit: 's' },
    { name: 'calls / permitted rate', value: permitted, unit: 's' },
    { name: 'time / (calls / permitted rate)', value: measure.seconds / permitted, atMost: 1.2 },
    { name: 'memory at most', value: measure.memory, unit: 'MB', atMost: 400 },
    {
      name: 'processor time per call',
      value: (measure.processor / measure.calls) * 1000,
      unit: 'ms',
    },
  ];
}

function missingFrom(size: Run['size'], content: Run['content']): number {
  return sum([
    size.roles - content.roles,
    size.buckets - content.buckets,
    size.trainingJobs - content.trainingJobs,
  ]);
}

/** What the rate table demands of the group by itself; the groups run side by side. */
function secondsOf(group: RateGroup): number {
  return group.answered / group.perSecond;
}

/** The groups that take longest, with what the rate table demands of each. */
export function groupTable(groups: readonly RateGroup[]): string {
  const longest = groups.toSorted((a, b) => secondsOf(b) - secondsOf(a)).slice(0, 5);
  const lines = longest.map(
    (group) =>
      `  ${group.name}: ${group.answered} calls at ${group.perSecond}/s = ${secondsOf(group).toFixed(1)} s`,
  );
  return ['The rate groups that take longest, limiter on:', ...lines, ''].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
