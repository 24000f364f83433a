import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { isContractFile, suiteFiles } from '../rule/suite-files.ts';
import type { Contract } from './contract.ts';
import { readContract } from './read-contract.ts';

/**
 * The contracts in `files`, and every `*.access.yaml` below the suites folders; a file that is named
 * twice is read once.
 *
 * @throws UserError for a file that cannot be read or is no contract, and for two that assert the same.
 */
export async function loadContracts(
  files: readonly string[],
  folders: readonly string[],
): Promise<readonly Contract[]> {
  const found = await Promise.all(folders.map((dir) => suiteFiles(resolve(dir), isContractFile)));
  const byPath = new Map(
    [...files, ...found.flat().map(({ path }) => path)].map((path) => [resolve(path), path]),
  );
  const contracts = await Promise.all([...byPath.values()].map(loadContract));
  refuseTwins(contracts);
  return contracts;
}

async function loadContract(path: string): Promise<Contract> {
  return readContract(await textOf(path), path);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path}: the contract cannot be read: ${reason}`, { cause: error });
  }
}

/** Their records could not be told apart. */
function refuseTwins(contracts: readonly Contract[]): void {
  const files = new Map<string, string>();
  for (const { file, clauses } of contracts) {
    for (const { artifact, verb } of clauses) {
      const clause = `access.${artifact}.${verb}`;
      const other = files.get(clause);
      if (other !== undefined) {
        throw new UserError(`${file}: ${other} has ${clause} already; rename the artifact in one`);
      }
      files.set(clause, file);
    }
  }
}
