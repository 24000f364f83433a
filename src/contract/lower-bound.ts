import type { Account } from '../account/account.ts';
import type { ReachAnswer, ReachQuestion } from '../account/reach/reach-answer.ts';
import { notCollected } from '../model/observed.ts';
import type { Missing } from '../model/verdict.ts';
import { reachReasons } from '../rule/reach-evidence.ts';
import { callerOf, callerOfArn, shortName } from './caller.ts';
import type { Members, Other } from './members.ts';

/** Somebody who is to have access, and provably has none. */
export interface LockedOut {
  /** As findings name him, e.g. `role/fraud-endpoint`. */
  readonly name: string;
  readonly persona: string;
  /** What he cannot do, and which layer stops him. */
  readonly why: string;
}

export interface LowerBound {
  readonly lockedOut: readonly LockedOut[];
  /** Of whom it cannot be told. */
  readonly missing: readonly Missing[];
}

export interface Demand {
  readonly questions: readonly ReachQuestion[];
  /** `every`: what is named; `some`: of what was found, each has only his own. */
  readonly quantity: 'every' | 'some';
}

/** Whether every member of a persona can. */
export function lowerBound(account: Account, members: Members, demand: Demand): LowerBound {
  const { persona, principals, others } = members;
  const judged = [
    ...[...principals].map((arn) => ({
      name: shortName(account, callerOfArn(arn)),
      answers: demand.questions.map((question) => ownAnswer(account, arn, question)),
    })),
    ...others.map((other) => ({
      name: other.name,
      answers: demand.questions.map((question) => otherAnswer(account, other, question)),
    })),
  ];
  const lockedOut = judged.flatMap(({ name, answers }) => {
    const worst = decisive(answers, demand.quantity);
    return worst?.is === 'no' ? [{ name, persona, why: worst.why }] : [];
  });
  const missing = judged.flatMap(({ name, answers }): readonly Missing[] => {
    const worst = decisive(answers, demand.quantity);
    if (worst?.is !== 'may') return [];
    return [{ what: `whether ${name} of persona ${persona} can`, why: notCollected(worst.why) }];
  });
  return { lockedOut, missing };
}

interface OneAnswer {
  readonly is: ReachAnswer['is'];
  readonly why: string;
}

/** The answer that counts: the worst of every, the best of some. */
function decisive(
  answers: readonly OneAnswer[],
  quantity: Demand['quantity'],
): OneAnswer | undefined {
  const order =
    quantity === 'every' ? (['no', 'may', 'yes'] as const) : (['yes', 'may', 'no'] as const);
  return order.flatMap((is) => answers.find((one) => one.is === is) ?? [])[0];
}

function ownAnswer(account: Account, arn: string, question: ReachQuestion): OneAnswer {
  const isThere = [account.find('iam.role', arn), account.find('iam.user', arn)].some(Boolean);
  if (!isThere) return { is: 'may', why: `${arn} is not in the snapshot` };
  const answer = account.reach(arn, question);
  return { is: answer.is, why: answer.is === 'yes' ? '' : reachReasons(answer) };
}

/** Of outsiders, those who provably cannot are not in the list of who can. */
function otherAnswer(account: Account, other: Other, question: ReachQuestion): OneAnswer {
  const { reaches, missing } = account.whoCan(question);
  const own = reaches.filter(({ subject }) => {
    const caller = callerOf(subject);
    return other.shows?.(caller) ?? other.is(caller);
  });
  if (own.some(({ answer }) => answer.is === 'yes')) return { is: 'yes', why: '' };
  const [unsure] = own;
  if (unsure !== undefined) return { is: 'may', why: reachReasons(unsure.answer) };
  const [gap] = missing;
  if (gap !== undefined) return { is: 'may', why: `not known: ${gap.what}` };
  const { action, resource } = question;
  return { is: 'no', why: `${action} on ${resource}: no policy lets ${other.name} in` };
}
