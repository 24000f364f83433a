import { InvalidArgumentError, Option, type Command } from 'commander';
import { severities } from '../model/record.ts';
import { reporterNames } from '../report/index.ts';
import type { SettingName } from './setting.ts';

/** Flags of every command that reads AWS. The rule flags of `run` take `--only` for themselves. */
export function addCaptureOptions(command: Command, kindFlag: '--only' | '--only-kind'): Command {
  return command
    .option('--profile <name>', 'profile of the AWS configuration', notEmpty)
    .option('--role-arn <arn>', 'role to assume before reading', notEmpty)
    .option('--external-id <id>', 'external id for that role', notEmpty)
    .option('--region <name>', 'region to capture (repeatable); without: all enabled', gather)
    .option(`${kindFlag} <kind>`, 'resource kind to capture (repeatable); without: all', gather)
    .option('--jobs-since <when>', 'window of jobs: 90d, 12h, 4w or a date (default: 90d)')
    .option(
      '--describe-jobs <n>',
      'describe up to so many jobs one by one (default: 200)',
      wholeNumber,
    )
    .option('--resume <dir>', 'go on with the interrupted capture in this directory', notEmpty)
    .option('-q, --quiet', 'no progress, only errors');
}

/** Flags of every command that judges a snapshot. */
export function addTestOptions(command: Command): Command {
  return command
    .option('--suites <dir>', 'folder with rules and specs of your own (repeatable)', gather)
    .option('--contract <file>', 'access contract to hold the account to (repeatable)', gather)
    .option('--only <what>', 'rules to run: id, code, topic or severity (repeatable)', gather)
    .option('--skip <what>', 'rules to leave out (repeatable)', gather)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'violations below it do not fail the run; without: info',
      ).choices(severities),
    )
    .option(
      '--report <format[:path]>',
      `${reporterNames.join(', ')}; to stdout without a path (repeatable)`,
      gather,
    )
    .addOption(
      new Option(
        '--granularity <level>',
        'test cases per rule, per non-pass or per resource; without: nonpass',
      ).choices(['rule', 'nonpass', 'resource']),
    )
    .option('--mocha-reporter <name>', 'print the mocha tree with this reporter')
    .option('--config <file>', 'configuration instead of the nearest leastwise.yaml', notEmpty)
    .option('--json', 'print the outcome as JSON on stdout')
    .option('--verbose', 'list every resource in the text report')
    .option('--exit-zero', 'exit with 0 whatever was found; only errors of the run itself count');
}

/** The settings among parsed flags, by setting name. */
export function settingFlags(
  flags: Readonly<Record<string, unknown>>,
): Partial<Record<SettingName, unknown>> {
  return {
    profile: flags['profile'],
    roleArn: flags['roleArn'],
    externalId: flags['externalId'],
    regions: flags['region'],
    jobsSince: flags['jobsSince'],
    describeJobs: flags['describeJobs'],
    suites: flags['suites'],
    contracts: flags['contract'],
    skip: flags['skip'],
    failOn: flags['failOn'],
    reports: flags['report'],
    granularity: flags['granularity'],
  };
}

function gather(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, notEmpty(value)];
}

/** An empty value comes from a variable of the shell that is not set. */
export function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return value;
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(value);
}

export function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port > 65_535) throw new InvalidArgumentError('It must be at most 65535.');
  return port;
}

export function positiveNumber(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('It must be at least 1.');
  return number;
}
