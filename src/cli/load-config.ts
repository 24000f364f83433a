import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { undeclared, type Inputs } from '../model/inputs.ts';
import { UserError } from '../model/user-error.ts';
import type { Params } from '../rule/rule.ts';
import { checkSchema } from '../yaml/check-schema.ts';
import { Problems } from '../yaml/problems.ts';
import { readYaml } from '../yaml/yaml-source.ts';
import { configSchema } from './config-schema.ts';
import type { SettingValues } from './setting.ts';

export const configName = 'leastwise.yaml';

export interface Config {
  /** Null: no file was found. */
  readonly path: string | null;
  readonly settings: Partial<SettingValues>;
  readonly inputs: Inputs;
  /** By rule id. */
  readonly rules: Readonly<Record<string, Params>>;
}

const noConfig: Config = { path: null, settings: {}, inputs: undeclared, rules: {} };

/**
 * The configuration in `explicit`, or in the nearest `leastwise.yaml` from `directory` upwards to
 * the root of the git repository. Throws UserError with file, line and column.
 */
export function loadConfig(directory: string, explicit: string | undefined): Config {
  const path = explicit === undefined ? findConfig(directory) : resolve(directory, explicit);
  if (path === undefined) return noConfig;
  return readConfig(readText(path), path);
}

export function readConfig(text: string, path: string): Config {
  const source = readYaml(text, path);
  if (source.value === null) return { ...noConfig, path };
  const problems = new Problems(source, path);
  checkSchema(configSchema, source.value, problems);
  problems.throwIfAny();
  // The schema has just said that it is one.
  const { inputs, rules, suites, contracts, ...settings } =
    source.value as Partial<SettingValues> & {
      inputs?: Partial<Inputs>;
      rules?: Record<string, Params>;
    };
  return {
    path,
    settings: {
      ...settings,
      ...(suites !== undefined && { suites: suites.map(besides(path)) }),
      ...(contracts !== undefined && { contracts: contracts.map(besides(path)) }),
    },
    inputs: { ...undeclared, ...inputs },
    rules: rules ?? {},
  };
}

/** The file may be found from a folder below: what it names lies beside it. */
function besides(path: string): (name: string) => string {
  return (name) => resolve(dirname(path), name);
}

function findConfig(directory: string): string | undefined {
  for (let here = resolve(directory); ; here = dirname(here)) {
    const path = join(here, configName);
    if (existsSync(path)) return path;
    if (existsSync(join(here, '.git')) || dirname(here) === here) return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path} cannot be read: ${reason}`, { cause: error });
  }
}
