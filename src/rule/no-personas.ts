import { notCollected } from '../model/observed.ts';
import type { Persona } from '../model/persona.ts';
import type { Missing } from '../model/verdict.ts';

/** Nothing is declared that the principal could be judged by. */
export function noPersonas(principal: string, persona?: Persona): Missing {
  const what = persona === undefined ? 'inputs.personas' : `inputs.personas.${persona}`;
  return {
    what: `${what}, to judge ${principal}`,
    why: notCollected('no principals are declared'),
    mend: `declare ${what} in leastwise.yaml`,
  };
}
