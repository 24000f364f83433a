import { personas, type Persona } from '../../model/persona.ts';
import { globMatches } from '../../policy/glob.ts';
import type { Account } from '../account.ts';

/** Whether the user declares the principal (ARN) to be of the persona. */
export function isPersona(account: Account, persona: Persona, arn: string): boolean {
  const [type = '', ...rest] = (arn.split(':')[5] ?? '').split('/');
  const name = `${type}/${rest.at(-1) ?? ''}`;
  return (account.inputs.personas[persona] ?? []).some(
    (pattern) => globMatches(pattern, arn) || globMatches(pattern, name),
  );
}

/** All personas that the principal (ARN) is declared to be of. */
export function declaredPersonas(account: Account, arn: string): readonly Persona[] {
  return personas.filter((one) => isPersona(account, one, arn));
}

/** Declared administrators and break-glass principals: told in a record, but no failure. */
export function isDeclaredAdministrator(account: Account, arn: string): boolean {
  return isPersona(account, 'administrator', arn) || isPersona(account, 'breakGlass', arn);
}
