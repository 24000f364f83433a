import { notCollected } from '../../src/model/observed.ts';
import type { AnyRule } from '../../src/rule/rule.ts';
import { unknown } from '../../src/rule/verdict.ts';
import type { Judgement } from './rule-inputs.ts';

/** Of the records of a rule, one of every status; others when it is another turn. */
export function inTurn(records: readonly Judgement[], turn: number): readonly Judgement[] {
  const statuses = [...new Set(records.map(({ status }) => status))];
  return statuses.flatMap((wanted) => {
    const alike = records.filter(({ status }) => status === wanted);
    return alike[turn % alike.length] ?? [];
  });
}

/** The rule, which looks at these resources alone. */
export function lookingOnlyAt(rule: AnyRule, records: readonly Judgement[]): AnyRule {
  const resources = new Set(records.map(({ resource }) => resource));
  const leftOut = unknown({ what: 'its turn', why: notCollected('it is the turn of another') });
  // The runner gives every rule resources of its own kind.
  const check = (view: { readonly id: string }, ...world: readonly never[]) =>
    resources.has(view.id) ? rule.check(view as never, ...(world as [never, never])) : leftOut;
  return { ...rule, check: check as AnyRule['check'] };
}
