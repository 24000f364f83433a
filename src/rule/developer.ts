import type { Account } from '../account/account.ts';
import { rolesFor } from '../account/lineage/roles-for.ts';
import { isPersona } from '../account/persona/persona-of.ts';
import { standingOf } from '../account/persona/standing.ts';
import type { Missing } from '../model/verdict.ts';
import { accessOf, type Access } from './access.ts';
import { trainQuestions } from './duties.ts';

/** Whether a principal is a developer, and why it may be. */
export type Developer =
  | { readonly is: 'no'; readonly missing: readonly Missing[] }
  | {
      readonly is: 'yes' | 'may';
      /** What makes it one, where nobody declares it. */
      readonly access: readonly Access[];
      readonly missing: readonly Missing[];
    };

/**
 * Data scientists as declared, and the roles by which they work in notebooks and Studio. Where none
 * is declared, also whoever can start jobs and is no execution role.
 */
export function isDeveloper(account: Account, id: string): Developer {
  const studio = rolesFor(account, 'notebook', 'studio');
  if (isPersona(account, 'dataScientist', id) || studio.roles.has(id)) {
    return { is: 'yes', access: [], missing: [] };
  }
  const standing = standingOf(account, id);
  // Only a role that SageMaker may assume can be that of a notebook which was not listed.
  const isNoExecutionRole = standing.is !== 'execution-role' && standing.is !== 'unclear';
  const missing = isNoExecutionRole ? [] : studio.missing;
  const unclear = standing.is === 'unclear' ? [standing.missing] : [];
  if (standing.is === 'execution-role' || account.inputs.personas.dataScientist !== undefined) {
    return { is: 'no', missing: [...missing, ...unclear] };
  }
  const starts = accessOf(account, id, trainQuestions(account));
  if (starts.is === 'no') return { is: 'no', missing: [...missing, ...unclear] };
  return { is: starts.is, access: [starts], missing: [...missing, ...unclear] };
}
