import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { importModule } from './import-module.ts';
import type { AnyRule } from './rule.ts';
import { suiteFiles, type SuiteFile } from './suite-files.ts';
import { validateRule } from './validate-rule.ts';

/** A mocha file of the user. */
export interface SpecFile {
  readonly path: string;
  /** The rule id of its records: `spec/` and the path below the suites folder. */
  readonly id: string;
}

/**
 * The rules of `<dir>/<topic>/<rule>.{ts,js,mjs}`, sorted by id. Specs, tests and declarations are
 * left to others.
 *
 * @throws UserError that names the file which is not a rule, or not in its place.
 */
export async function loadRules(dir: string): Promise<readonly AnyRule[]> {
  const files = await suiteFiles(resolve(dir));
  const rules: AnyRule[] = [];
  for (const file of files.filter(({ name }) => !/\.(spec|test)\.[a-z]+$/.test(name))) {
    rules.push(await loadRule(file));
  }
  assertDistinct(rules);
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Paths of `*.spec.{ts,js,mjs}` below the folder, sorted. */
export async function loadSpecFiles(dir: string): Promise<readonly SpecFile[]> {
  const files = await suiteFiles(resolve(dir));
  return files
    .filter(({ name }) => /\.spec\.[a-z]+$/.test(name))
    .map(({ path, name }) => ({ path, id: `spec/${name}` }));
}

/**
 * Rules from several folders must differ in id and code, or records could not be told apart.
 *
 * @throws UserError that names both.
 */
export function assertDistinct(rules: readonly AnyRule[]): void {
  const ids = new Set<string>();
  const codes = new Map<string, string>();
  for (const { id, code } of rules) {
    if (ids.has(id)) throw new UserError(`${id}: there are two rules of this id; rename one`);
    const other = codes.get(code);
    if (other !== undefined) {
      throw new UserError(`${id}: its code ${code} is that of ${other}; give it another`);
    }
    ids.add(id);
    codes.set(code, id);
  }
}

async function loadRule(file: SuiteFile): Promise<AnyRule> {
  const id = file.name.replace(/\.[a-z]+$/, '');
  if (id.split('/').length !== 2) {
    throw new UserError(
      `${file.path}: rules live in <topic>/<rule>; move it, or start its name with "_" if it is none`,
    );
  }
  const exported = await importRule(file.path);
  const problem = validateRule(exported, id);
  if (problem !== undefined) throw new UserError(`${file.path}: ${problem}`);
  return exported as AnyRule; // validateRule found no fault
}

async function importRule(path: string): Promise<unknown> {
  try {
    return await importModule(path);
  } catch (error) {
    throw new UserError(`${path}: the rule cannot be loaded: ${String(error)}`, { cause: error });
  }
}
