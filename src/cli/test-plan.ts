import { severities, type Severity } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import { assertDistinct, loadRules, loadSpecFiles } from '../rule/load-suites.ts';
import type { AnyRule, Params } from '../rule/rule.ts';
import { selectRules } from '../rule/select-rules.ts';
import { validateParams } from '../rule/validate-params.ts';
import type { Config } from './load-config.ts';
import { granularities, parseReportTargets, type Granularity } from './report-target.ts';
import type { SettingValues } from './setting.ts';
import { shippedSuites } from './shipped-suites.ts';
import type { TestPlan } from './test-snapshot.ts';

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
  const named = parseReportTargets(settings.reports);
  const wantsText = flags.json !== true && !named.some((one) => one.path === null);
  const text = { format: 'text', path: null } as const;
  const all = await loadEveryRule(settings.suites);
  const specs = await Promise.all(settings.suites.map(loadSpecFiles));
  return {
    rules: selectRules(all, { only: settings.only, skip: settings.skip }),
    overrides: overridesOf(config, all),
    specs: specs.flat(),
    inputs: config.inputs,
    failOn: choice('failOn', settings.failOn, severities) satisfies Severity,
    granularity: choice('granularity', settings.granularity, granularities) satisfies Granularity,
    reports: wantsText ? [...named, text] : named,
    mochaReporter: flags.mochaReporter ?? null,
    out,
    verbosity: flags.verbose === true ? 'verbose' : flags.quiet === true ? 'quiet' : 'normal',
  };
}

/** The shipped rules and those of the user's folders. */
export async function loadEveryRule(folders: readonly string[]): Promise<readonly AnyRule[]> {
  const rules = await Promise.all([shippedSuites(), ...folders].map(loadRules));
  const all = rules.flat();
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

function choice<const T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new UserError(`${name}: "${value}" is not one of ${known.join(', ')}`);
  return found;
}
