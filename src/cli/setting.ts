import { didYouMean } from '../model/did-you-mean.ts';
import { UserError } from '../model/user-error.ts';

/** Where a value came from, strongest first. */
export type Origin = 'flag' | 'environment' | 'file' | 'default';

export interface SettingValues {
  readonly profile: string | null;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  /** Empty: all enabled regions. */
  readonly regions: readonly string[];
  /** Resource kinds to capture; empty: all. */
  readonly kinds: readonly string[];
  readonly jobsSince: string;
  readonly describeJobs: number;
  /** Folders of rules and specs beside the shipped suites. */
  readonly suites: readonly string[];
  /** Access contracts beside those in these folders. */
  readonly contracts: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly failOn: string;
  /** `FORMAT[:PATH]`. */
  readonly reports: readonly string[];
  readonly granularity: string;
}

export type SettingName = keyof SettingValues;

/** Defaults; their types say how a value from the environment is read (lists by comma). */
export const settingDefaults: SettingValues = {
  profile: null,
  roleArn: null,
  externalId: null,
  regions: [],
  kinds: [],
  jobsSince: '90d',
  describeJobs: 200,
  suites: [],
  contracts: [],
  only: [],
  skip: [],
  failOn: 'info',
  reports: [],
  granularity: 'nonpass',
};

export const settingNames = Object.keys(settingDefaults) as readonly SettingName[];

export interface Settings {
  readonly values: SettingValues;
  readonly origins: Readonly<Record<SettingName, Origin>>;
}

/** `LEASTWISE_JOBS_SINCE` of `jobsSince`. */
export function environmentName(name: SettingName): string {
  return `LEASTWISE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

type Given = Readonly<Partial<Record<SettingName, unknown>>>;

/** Each setting from the strongest place that gives it: flag, environment, file, default. */
export function resolveSettings(sources: {
  readonly flags: Given;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file: Given;
}): Settings {
  refuseUnknown(sources.environment);
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const name of settingNames) {
    const [origin, value] = strongest(name, sources);
    values[name] = value;
    origins[name] = origin;
  }
  // Every name was set above, each by a value of its default's type.
  return { values, origins } as unknown as Settings;
}

/** A misspelt variable would quietly leave the default in force. */
function refuseUnknown(environment: Readonly<Record<string, string | undefined>>): void {
  const known = settingNames.map(environmentName);
  const stranger = Object.keys(environment).find(
    (name) => name.startsWith('LEASTWISE_') && !known.includes(name),
  );
  if (stranger === undefined) return;
  const near = didYouMean(stranger, known);
  const mend = near === undefined ? `there is ${known.join(', ')}` : `did you mean ${near}?`;
  throw new UserError(`${stranger}: there is no such setting; ${mend}`);
}

function strongest(
  name: SettingName,
  sources: Parameters<typeof resolveSettings>[0],
): readonly [Origin, unknown] {
  const flag = sources.flags[name];
  if (flag !== undefined && !(Array.isArray(flag) && flag.length === 0)) return ['flag', flag];
  const text = sources.environment[environmentName(name)];
  if (text !== undefined && text !== '') return ['environment', readEnvironment(name, text)];
  const value = sources.file[name];
  return value === undefined ? ['default', settingDefaults[name]] : ['file', value];
}

function readEnvironment(name: SettingName, text: string): unknown {
  const like = settingDefaults[name];
  if (Array.isArray(like))
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (typeof like !== 'number') return text;
  if (!/^\d+$/.test(text)) {
    throw new UserError(`${environmentName(name)}: "${text}" is not a whole number`);
  }
  return Number(text);
}
