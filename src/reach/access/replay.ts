import { decide } from '../../decide/decide.ts';
import type { Decision, StatementSource } from '../../decide/decision.ts';
import type { Witness } from '../answer.ts';
import type { AccessQuestion } from './access-question.ts';

/** What the concrete engine says of a request of the question's caller. */
export function replay(
  { set, caller, action, resourceAccount, contextOf }: AccessQuestion,
  { resource, context }: Pick<Witness, 'resource' | 'context'>,
): Decision {
  const { principal } = caller;
  return decide(set, { principal, action, resource, resourceAccount, context: contextOf(context) });
}

/** The statements that let a witness in. */
export function wayIn(question: AccessQuestion, witness: Witness): readonly StatementSource[] {
  const { reasons } = replay(question, witness);
  return reasons.flatMap((one) => (one.kind === 'allow' ? [one.statement] : []));
}
