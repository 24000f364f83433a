import type { Account } from '../account/account.ts';
import { ownReach } from '../account/reach/own-reach.ts';
import type { Reach, ReachQuestion } from '../account/reach/reach-answer.ts';
import type { Evidence } from '../model/verdict.ts';
import type { Findings } from './execution-role-grants.ts';
import { reachStatement, reachText } from './reach-evidence.ts';
import { unsure } from './reach-verdict.ts';

/** What one role or user comes to by any of several permissions. */
export type Access =
  /** No permission is there, provably. */
  | { readonly is: 'no' }
  /** `yes`: those that are there; `may`: those of which it cannot be told. */
  | { readonly is: 'yes' | 'may'; readonly reaches: readonly [Reach, ...Reach[]] };

/** `principal`: ARN of a role or user of the snapshot. */
export function accessOf(
  account: Account,
  principal: string,
  questions: readonly ReachQuestion[],
): Access {
  return accessBy(questions.flatMap((one) => ownReach(account, principal, one) ?? []));
}

/** The same, asked only until one permission is there: for many questions of which one is enough. */
export function firstAccessOf(
  account: Account,
  principal: string,
  questions: readonly ReachQuestion[],
): Access {
  const reaches: Reach[] = [];
  for (const question of questions) {
    const reach = ownReach(account, principal, question);
    if (reach?.answer.is === 'yes') return { is: 'yes', reaches: [reach] };
    if (reach !== undefined) reaches.push(reach);
  }
  return accessBy(reaches);
}

/** What the answers for one role or user come to. */
export function accessBy(reaches: readonly Reach[]): Access {
  for (const is of ['yes', 'may'] as const) {
    const [first, ...rest] = reaches.filter(({ answer }) => answer.is === is);
    if (first !== undefined) return { is, reaches: [first, ...rest] };
  }
  return { is: 'no' };
}

/** A finding if every access is there, none if one is not, and something missing otherwise. */
export function findTogether(
  accesses: readonly Access[],
  { finding, expected }: Pick<Evidence, 'finding' | 'expected'>,
): Findings {
  const held = accesses.flatMap((one) => (one.is === 'no' ? [] : [one]));
  if (held.length < accesses.length) return { evidence: [], missing: [] };
  const open = held.filter(({ is }) => is === 'may');
  if (open.length > 0) {
    return { evidence: [], missing: open.map(({ reaches }) => unsure(reaches[0])) };
  }
  const got = held.map(({ reaches }) => accessText(reaches)).join('; and ');
  const [statement] = held.flatMap(({ reaches }) => reachStatement(reaches[0]) ?? []);
  return { evidence: [{ finding, expected, got, ...(statement && { statement }) }], missing: [] };
}

/** Further ones are named, up to this many. */
const most = 4;

/** The first with its proof, of the others the action and the resource. */
function accessText([first, ...rest]: readonly [Reach, ...Reach[]]): string {
  const named = rest.slice(0, most).map(({ answer: { pairs } }) => {
    return `${pairs[0].action} on ${pairs[0].resource}`;
  });
  const left = rest.length - named.length;
  const further = [...named, ...(left > 0 ? [`${left} more`] : [])];
  return `${reachText(first)}${further.length === 0 ? '' : `; also ${further.join(', ')}`}`;
}
