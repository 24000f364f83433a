import { isUnread, notCollected } from '../../model/observed.ts';
import { personas } from '../../model/persona.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { roleTrust } from '../fact/role-trust.ts';
import { isServiceLinkedRole } from '../fact/service-linked-role.ts';
import { isDeclaredAdministrator, isPersona } from './persona-of.ts';

/** What a principal of the account is to its artifacts. */
export type Standing =
  | { readonly is: 'administrator' | 'declared' | 'execution-role' | 'service-linked' }
  /** None of these, for certain. */
  | { readonly is: 'undeclared' }
  | { readonly is: 'unclear'; readonly missing: Missing };

/**
 * `arn`: of a role, a session of one, or a user. An execution role is one that SageMaker may assume;
 * `declared` means any persona of `inputs.personas`.
 */
export function standingOf(account: Account, arn: string): Standing {
  const role = roleOf(account, arn);
  const name = role?.id ?? arn;
  if (isDeclaredAdministrator(account, name)) return { is: 'administrator' };
  if (personas.some((one) => isPersona(account, one, name))) return { is: 'declared' };
  if (isServiceLinkedRole(name)) return { is: 'service-linked' };
  return role === undefined ? strangerStanding(account, arn) : roleStanding(role);
}

function roleOf(account: Account, arn: string): Resource<'iam.role'> | undefined {
  const [, session] = /^arn:[^:]*:sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (session === undefined) return account.find('iam.role', arn);
  return account.all('iam.role').find(({ name }) => name === session);
}

function roleStanding({ id, trustPolicy }: Resource<'iam.role'>): Standing {
  const what = `trustPolicy of ${id}`;
  if (isUnread(trustPolicy)) return { is: 'unclear', missing: { what, why: trustPolicy } };
  const trust = roleTrust(trustPolicy.state === 'present' ? trustPolicy.value : null);
  switch (trust.execution) {
    case 'yes':
      return { is: 'execution-role' };
    case 'no':
      return { is: 'undeclared' };
    case 'unclear': {
      const [doubt] = trust.doubts;
      const why = notCollected('it is not understood whether SageMaker may assume the role');
      const missing = doubt && { ...doubt, what: `${doubt.what} of ${id}` };
      return { is: 'unclear', missing: missing ?? { what, why } };
    }
  }
}

/** A role that is not in the snapshot may be one that was not listed. */
function strangerStanding(account: Account, arn: string): Standing {
  const isRole = /:(role|assumed-role)\//.test(arn);
  const [gap] = isRole ? account.gaps('iam.role') : [];
  return gap === undefined ? { is: 'undeclared' } : { is: 'unclear', missing: gap };
}

/** Whether the user declares principals of any persona but administrators. */
export function declaresPersonas(account: Account): boolean {
  return personas.some(
    (one) =>
      !['administrator', 'breakGlass'].includes(one) && account.inputs.personas[one] !== undefined,
  );
}
