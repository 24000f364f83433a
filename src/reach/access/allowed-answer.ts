import type { Decision } from '../../decide/decision.ts';
import type { Witness } from '../answer.ts';
import type { AccessAnswer } from './access-question.ts';

/** The statements that let the witness in are looked up when asked for: most answers are counted. */
export function allowedAnswer(decision: Decision, witness: Witness): AccessAnswer {
  return {
    is: 'yes',
    witness,
    get way() {
      return decision.reasons.flatMap((one) => (one.kind === 'allow' ? [one.statement] : []));
    },
  };
}
