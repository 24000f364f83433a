import { join } from 'node:path';
import type { Contract } from '../contract/contract.ts';
import { contractRules } from '../contract/contract-rules.ts';
import { loadContracts } from '../contract/load-contracts.ts';
import { severities, type Severity } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { assertDistinct, loadRules, loadSpecFiles } from '../rule/load-suites.ts';
import type { AnyRule, Params } from '../rule/rule.ts';
import { selectRules } from '../rule/select-rules.ts';
import { validateParams } from '../rule/validate-params.ts';
import type { Config } from './load-config.ts';
import { keepStdout } from './keep-stdout.ts';
import {
  granularities,
  parseReportTargets,
  type Granularity,
  type OtherOutput,
} from './report-target.ts';
import { environmentName, type SettingName, type SettingValues } from './setting.ts';
import { shippedSuites } from './shipped-suites.ts';
import { recordsFile, runFile, type TestPlan } from './test-snapshot.ts';

export interface TestFlags {
  readonly mochaReporter?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Everything the run needs, checked before anything is read or judged. */
export async function planTest(
  settings: SettingValues,
  config: Config,
  options: { readonly flags: TestFlags; readonly out: string | null },
): Promise<TestPlan> {
  const { flags, out } = options;
  const reports = parseReportTargets(settings.reports, otherOutput(flags, out));
  // Mocha's reporters print to what `console.log` is when mocha is loaded.
  if (flags.mochaReporter !== undefined) await import('mocha');
  const contracts = await loadContracts(settings.contracts, settings.suites);
  const all = await loadEveryRule(settings.suites, contracts);
  const specs = await Promise.all(settings.suites.map(loadSpecFiles));
  return {
    rules: selectRules(all, { only: settings.only, skip: settings.skip }),
    overrides: overridesOf(config, all),
    specs: specs.flat(),
    contracts,
    inputs: config.inputs,
    failOn: choice('failOn', settings.failOn, severities) satisfies Severity,
    granularity: choice('granularity', settings.granularity, granularities) satisfies Granularity,
    reports,
    mochaReporter: flags.mochaReporter ?? null,
    out,
    verbosity: flags.verbose === true ? 'verbose' : flags.quiet === true ? 'quiet' : 'normal',
  };
}

function otherOutput({ json, mochaReporter }: TestFlags, out: string | null): OtherOutput {
  return {
    onStdout: [
      ...(json === true ? ['--json'] : []),
      ...(mochaReporter === undefined ? [] : ['--mocha-reporter']),
    ],
    files: out === null ? [] : [recordsFile, runFile].map((name) => join(out, name)),
  };
}

/** The shipped rules, those of the user's folders, and those that contracts state. */
export async function loadEveryRule(
  folders: readonly string[],
  contracts: readonly Contract[],
): Promise<readonly AnyRule[]> {
  if (folders.length > 0) keepStdout();
  const rules = await Promise.all([shippedSuites(), ...folders].map(loadRules));
  const all = [...rules.flat(), ...contracts.flatMap(contractRules)];
  assertDistinct(all);
  return all;
}

function overridesOf(config: Config, rules: readonly AnyRule[]): ReadonlyMap<string, Params> {
  return validateParams(
    rules,
    new Map(Object.entries(config.rules)),
    config.path ?? 'leastwise.yaml',
  );
}

/** Flags and the file were checked where they were read: a wrong value is from the environment. */
function choice<const T extends string>(name: SettingName, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) {
    throw new UserError(`${environmentName(name)}: "${value}" is not one of ${known.join(', ')}`);
  }
  return found;
}
