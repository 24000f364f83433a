import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';

export interface SuiteFile {
  /** Absolute if the folder is. */
  readonly path: string;
  /** Below the suites folder, with `/`, e.g. `network/notebook-has-no-internet.ts`. */
  readonly name: string;
}

/**
 * Every module below a suites folder, sorted by name. Folders named `node_modules` or `control` (which
 * hold no rules) and names that start with `.` or `_` (helpers) are left out.
 *
 * @throws UserError if the folder cannot be read.
 */
export async function suiteFiles(dir: string): Promise<readonly SuiteFile[]> {
  const files = await walk(dir, '');
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function walk(dir: string, prefix: string): Promise<SuiteFile[]> {
  const found: SuiteFile[] = [];
  for (const entry of await entriesOf(dir)) {
    const path = join(dir, entry.name);
    const name = prefix + entry.name;
    if (/^[._]/.test(entry.name)) continue;
    if (entry.isSymbolicLink() && !isModule(name)) {
      throw new UserError(`${path}: links to folders are not followed; put the folder there`);
    }
    if (entry.isDirectory()) {
      const holdsRules = entry.name !== 'node_modules' && name !== 'control';
      if (holdsRules) found.push(...(await walk(path, `${name}/`)));
    } else if (isModule(name)) found.push({ path, name });
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
