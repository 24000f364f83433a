import { expect } from 'chai';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { UserError } from '../../src/model/user-error.ts';
import type { SandboxAccount } from '../../src/sandbox/world.ts';

export const loadedAt = new Date('2026-11-24T12:00:00.400Z');

/** The account of the text below `id`, which is 111122223333. */
export function accountIn(text: string): SandboxAccount {
  const world = loadWorld(`id: '111122223333'\n${text}`, { file: 'a.yaml', now: loadedAt });
  const [account] = world.accounts.values();
  if (account === undefined) throw new Error('no account');
  return account;
}

/** What is said of a whole file. */
export function complaint(text: string): string {
  try {
    loadWorld(text, { file: 'a.yaml', now: loadedAt });
  } catch (error) {
    expect(error).to.be.instanceOf(UserError);
    return (error as UserError).message;
  }
  return 'nothing';
}
