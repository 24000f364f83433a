import type { Account } from '../account/account.ts';
import { notCollected } from '../model/observed.ts';
import type { Missing } from '../model/verdict.ts';
import type { PersonaSpec } from './contract.ts';
import { executedWork } from './executed-work.ts';
import type { Members } from './members.ts';
import { otherMembers } from './other-members.ts';
import { declaredPrincipals, namedPrincipals, type Principals } from './principals.ts';

/** Who a persona is in the account. One that is nobody, or partly nobody, has something missing. */
export function personaMembers(account: Account, persona: string, spec: PersonaSpec): Members {
  const executing = executingRoles(account, spec);
  const parts = [
    namedPrincipals(account, 'iam.role', spec.roles),
    namedPrincipals(account, 'iam.user', spec.users),
    declaredPrincipals(account, spec.declared),
    executing,
  ];
  const others = [...parts.flatMap((one) => one.others), ...otherMembers(spec)];
  const principals = new Set(parts.flatMap((one) => one.arns).sort());
  const missing = parts.flatMap((one) => one.missing.map((each) => ofPersona(persona, each)));
  return { persona, principals, others, missing, isOpen: executing.isOpen };
}

function ofPersona(persona: string, missing: Missing): Missing {
  return { ...missing, what: `persona ${persona}: ${missing.what}` };
}

interface Executing extends Principals {
  readonly isOpen: boolean;
}

function executingRoles(account: Account, { executes, named }: PersonaSpec): Executing {
  if (executes.length === 0) return { arns: [], others: [], missing: [], isOpen: false };
  const { list, missing } = executedWork(account, { purposes: executes, named });
  const arns = [...new Set(list.map(({ role }) => role))];
  const isOpen = missing.length > 0;
  if (arns.length > 0 || isOpen) return { arns, others: [], missing, isOpen };
  const which = named.length === 0 ? '' : ` named ${named.join(', ')}`;
  const why = notCollected(`the account executes nothing of ${executes.join(', ')}${which}`);
  return { arns, others: [], missing: [{ what: 'its roles', why, mend }], isOpen };
}

const mend = 'correct the persona in the contract, or remove it';
