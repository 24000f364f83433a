import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';

export interface SuiteFile {
  /** Absolute if the folder is. */
  readonly path: string;
  /** Below the suites folder, with `/`, e.g. `network/notebook-has-no-internet.ts`. */
  readonly name: string;
}

/** The name of an access contract. */
export function isContractFile(name: string): boolean {
  return name.endsWith('.access.yaml');
}

/**
 * Every module below a suites folder, or every file that is `wanted` by its name, sorted by name.
 * Folders named `node_modules` or `control` (which hold no rules) and names that start with `.` or `_`
 * (helpers) are left out.
 *
 * @throws UserError if the folder cannot be read.
 */
export async function suiteFiles(
  dir: string,
  wanted: (name: string) => boolean = isModule,
): Promise<readonly SuiteFile[]> {
  const files = await walk(dir, '', wanted);
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function walk(
  dir: string,
  prefix: string,
  wanted: (name: string) => boolean,
): Promise<SuiteFile[]> {
  const found: SuiteFile[] = [];
  for (const entry of await entriesOf(dir)) {
    const path = join(dir, entry.name);
    const name = prefix + entry.name;
    if (/^[._]/.test(entry.name)) continue;
    if (entry.isSymbolicLink() && !isModule(name) && !isContractFile(name)) {
      throw new UserError(`${path}: links to folders are not followed; put the folder there`);
    }
    if (entry.isDirectory()) {
      const holdsRules = entry.name !== 'node_modules' && name !== 'control';
      if (holdsRules) found.push(...(await walk(path, `${name}/`, wanted)));
    } else if (wanted(name)) found.push({ path, name });
  }
  return found;
}

async function entriesOf(dir: string) {
  try {
    return await readdir(dir, { withFileTypes: true });
  } catch (error) {
    throw new UserError(`${dir}: the suites folder cannot be read (${String(error)})`, {
      cause: error,
    });
  }
}

function isModule(name: string): boolean {
  return /\.(ts|js|mjs)$/.test(name) && !name.endsWith('.d.ts');
}
