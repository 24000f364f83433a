import type { Chain } from '../account/escalation/edge.ts';
import type { Reach } from '../account/reach/reach-answer.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import { reachReasons, reachStatement, reachText } from '../rule/reach-evidence.ts';
import type { Clause } from './contract.ts';
import type { Intruder } from './upper-bound.ts';

/** One piece of evidence, by the plainest way that is sure; none if no way is. */
export function intruderEvidence(
  { name, direct, chains }: Intruder,
  { clause, expected }: { readonly clause: Clause; readonly expected: string },
): readonly Evidence[] {
  const finding = `${clause.verb}:${name}`;
  const [reach, ...further] = direct.filter(({ answer }) => answer.is === 'yes');
  if (reach !== undefined) {
    const statement = reachStatement(reach);
    const got = `${reachText(reach)}${furtherText(further)}`;
    return [{ finding, expected, got, ...(statement && { statement }) }];
  }
  const [chain] = chains.filter(isSure);
  return chain === undefined ? [] : [{ finding, expected, got: chainText(chain) }];
}

/** Of somebody who may have the access, or who may be of one of the `open` personas. */
export function intruderDoubt(
  { name, direct, chains }: Intruder,
  { artifact, verb }: Clause,
  open: readonly string[],
): Missing {
  const what = `whether ${name} can ${verb} ${artifact}`;
  const [reach] = direct;
  const [chain] = chains;
  const isYes = direct.some(({ answer }) => answer.is === 'yes') || chains.some(isSure);
  if (isYes) {
    const why = `it can, but it may be of ${open.join(' or ')}, of whose work not all is known`;
    return { what: `whether ${name} may ${verb} ${artifact}`, why: notCollected(why) };
  }
  if (reach !== undefined) return { what, why: notCollected(reachReasons(reach.answer)) };
  const why = chain === undefined ? 'the engine does not say' : `${chainText(chain)}, perhaps`;
  return { what, why: notCollected(why) };
}

function isSure({ edges, end }: Chain): boolean {
  return end.answer.is === 'yes' && edges.every(({ is }) => is === 'yes');
}

function chainText({ start, edges, end }: Chain): string {
  const steps = edges.map(({ words, path }) => `${words} (${path})`);
  const last = end.answer.is === 'yes' ? reachText(end) : `${end.subject.name} may get there`;
  return `${start} ${steps.join(', which ')}; ${last}`;
}

/** What else he can, by action. */
function furtherText(further: readonly Reach[]): string {
  const actions = new Set(further.map(({ answer }) => answer.pairs[0].action));
  return actions.size === 0 ? '' : `; also ${[...actions].join(', ')}`;
}
