import type { Account } from '../account/account.ts';
import { isPersona } from '../account/persona/persona-of.ts';
import { personas, type Persona } from '../model/persona.ts';
import type { Verdict } from '../model/verdict.ts';
import { judgeExecutionRole, type TrustedRole } from './execution-role.ts';

/** Whoever administrates works on all artifacts. */
const above: readonly Persona[] = ['administrator', 'breakGlass', 'keyAdmin'];

/**
 * Judges a role that works on artifacts: one that SageMaker may assume, or one of a declared persona
 * that is no administrator's. Others are not applicable.
 */
export function onMlRole(account: Account, role: TrustedRole, decide: () => Verdict): Verdict {
  const ofPersona = personas.some(
    (one) => !above.includes(one) && isPersona(account, one, role.id),
  );
  return ofPersona ? decide() : judgeExecutionRole(role, decide);
}
