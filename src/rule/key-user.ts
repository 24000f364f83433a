import type { Account } from '../account/account.ts';
import { isKeptFromKey } from '../account/fact/delegated-key.ts';
import { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
import { trustOf } from '../account/fact/trusted-account.ts';
import { isDeclaredAdministrator, isPersona } from '../account/persona/persona-of.ts';
import { declaresPersonas, standingOf } from '../account/persona/standing.ts';
import type { ReachQuestion, Subject, WhoCan } from '../account/reach/reach-answer.ts';
import type { Persona } from '../model/persona.ts';
import { noPersonas } from './no-personas.ts';
import type { Sentence } from './reach-verdict.ts';

/** Personas that read or write what keys encrypt. */
const readers: readonly Persona[] = [
  ...(['dataScientist', 'deployer', 'dataSteward', 'evaluator'] as const),
  ...(['imagePublisher', 'pipeline'] as const),
];

/** May the subject use a key of artifacts? Execution roles and declared readers may. */
export function keyUser(account: Account, subject: Subject): Sentence {
  const { sort, name, principal } = subject;
  switch (sort) {
    case 'root':
    case 'service':
    case 'organization':
      return 'allowed';
    case 'role':
    case 'user':
      return ownKeyUser(account, name);
    default: {
      const owner = 'account' in principal ? principal.account : '';
      return trustOf(account).accounts.includes(owner) ? 'allowed' : 'forbidden';
    }
  }
}

function ownKeyUser(account: Account, name: string): Sentence {
  const standing = standingOf(account, name);
  switch (standing.is) {
    case 'administrator':
      return 'administrator';
    case 'execution-role':
    case 'service-linked':
      return 'allowed';
    case 'declared':
      return readers.some((one) => isPersona(account, one, name)) ? 'allowed' : 'forbidden';
    case 'unclear':
      return { missing: standing.missing };
    case 'undeclared':
      return declaresPersonas(account) ? 'forbidden' : { missing: noPersonas(name) };
  }
}

/** May the subject make grants by calls that no AWS service makes for him? Key administrators may. */
export function keyGranter(account: Account, { sort, name }: Subject): Sentence {
  if (sort === 'root' || sort === 'service' || isServiceLinkedRole(name)) return 'allowed';
  const told = isDeclaredAdministrator(account, name) || isPersona(account, 'keyAdmin', name);
  return told ? 'administrator' : 'forbidden';
}

/**
 * Of those who may use the key, the account's own who can without an AWS service in between. What
 * somebody can by a grant alone is left to the rule about grants, which name no service.
 */
export function usersWithoutService(account: Account, question: ReachQuestion): WhoCan {
  const { action, resource: key } = question;
  const direct = { ...question, without: [viaService] };
  const policy = account.find('kms.key', key)?.policy;
  const asked = { action, key, without: [viaService.toLowerCase()] };
  const byGrant = (name: string) =>
    policy?.state === 'present' && isKeptFromKey(account, name, { ...asked, policy: policy.value });
  const reaches = account
    .whoCan(question)
    .reaches.filter(({ subject }) => isOwnUser(account, subject) && !byGrant(subject.name))
    .map(({ subject }) => ({ subject, answer: account.reach(subject.principal, direct) }))
    .filter(({ answer }) => answer.is !== 'no');
  return { reaches, missing: [], assumptions: [] };
}

const viaService = 'kms:ViaService';

function isOwnUser(account: Account, subject: Subject): boolean {
  const { sort, name } = subject;
  if ((sort !== 'role' && sort !== 'user') || isServiceLinkedRole(name)) return false;
  return keyUser(account, subject) === 'allowed';
}
