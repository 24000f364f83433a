import { readFileSync } from 'node:fs';
import { openAccount } from '../../src/account/open-account.ts';
import type { Account } from '../../src/account/account.ts';
import { contractRules } from '../../src/contract/contract-rules.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { undeclared, type Inputs } from '../../src/model/inputs.ts';
import type { TestRecord } from '../../src/model/record.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import type { World } from '../../src/sandbox/world.ts';
import { captureSound } from './capture-world.ts';
import { sampleNow } from './sample-account.ts';

/** The small account in `contract-account.yaml`. */
export function contractWorld(): World {
  const file = 'contract-account.yaml';
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return loadWorld(text, { file, now: sampleNow });
}

export function contractSnapshot(): Promise<Snapshot> {
  return captureSound(contractWorld());
}

export function accountOf(snapshot: Snapshot, inputs: Partial<Inputs> = {}): Account {
  return openAccount(snapshot, { ...undeclared, ...inputs });
}

/** The records of a contract that is about that account. */
export function recordsOf(account: Account, contract: string): readonly TestRecord[] {
  return [...runRules(contractRules(readContract(contract, 'test.access.yaml')), account)];
}

/** What the only rule of a contract says, in short: finding ids, or what is missing. */
export function saidOf(account: Account, contract: string): readonly string[] {
  const [record, another] = recordsOf(account, contract);
  if (record === undefined || another !== undefined) throw new Error('expected one record');
  const { status, evidence, missing } = record;
  return [status, ...evidence.map(({ finding }) => finding), ...missing.map(({ what }) => what)];
}
