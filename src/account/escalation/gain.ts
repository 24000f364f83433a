import { parsePrincipalName } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';
import { decisiveQuestions, type Decisive } from './decisive-questions.ts';
import type { EscalationEdge } from './edge.ts';
import { gainBy, may, nothing, type Ends, type Gain } from './gain-by-question.ts';
import { gainByPolicies } from './gain-by-policies.ts';
import { hasEverything } from './has-everything.ts';
import { lackedBy } from './lacked-by.ts';
import { ask } from './need.ts';

const known = new WeakMap<Account, Map<string, Gain>>();

/**
 * Is `to` more privileged than `from`? First by a list of decisive questions, on which both are asked
 * about the same request; where these tell no difference, by their policies as a whole. What goes to
 * logs and metrics is taken for no privilege.
 */
export function gainOf(
  account: Account,
  { from, to, movesOnly = false }: Pick<EscalationEdge, 'from' | 'to'> & { movesOnly?: boolean },
): Gain {
  const ofAccount = known.get(account) ?? new Map<string, Gain>();
  known.set(account, ofAccount);
  const key = `${from} ${to} ${String(movesOnly)}`;
  const gain = ofAccount.get(key) ?? findGain(account, { from, to }, movesOnly);
  ofAccount.set(key, gain);
  return gain;
}

function findGain(account: Account, ends: { from: string; to: string }, inS3: boolean): Gain {
  const [from, to] = [actorOf(ends.from), actorOf(ends.to)];
  if (from === undefined || to === undefined) return may('it is no user or role');
  if (from.arn === to.arn) return gainOfItself(account, from);
  if (isBlind(account, from)) return may('any permission: not all policies of the first were read');
  const isAll = hasEverything(account, from) === 'yes';
  const all = isAll ? lackedBy(account, from) : decisiveQuestions(account);
  const questions = inS3 ? all.filter((one) => one.inS3) : all;
  const gain = gainByQuestions(account, questions, { from, to });
  if (gain.is !== 'no' || isAll) return gain;
  const isS3 = (action: string): boolean => /^s3:/i.test(action);
  return gainByPolicies(account, { from, to }, inS3 ? isS3 : (action) => !telemetry.test(action));
}

/** The first that is sure, or the first that cannot be told. */
function gainByQuestions(account: Account, questions: readonly Decisive[], ends: Ends): Gain {
  let unsure: Gain | undefined;
  for (const question of questions) {
    const gain = gainBy(account, question, ends);
    if (gain.is === 'yes') return gain;
    if (gain.is === 'may') unsure ??= gain;
  }
  return unsure ?? nothing;
}

/** Every question about it would be answered with "may". */
function isBlind(account: Account, from: Actor): boolean {
  if (hasEverything(account, from) !== 'may') return false;
  return decisiveQuestions(account)
    .slice(0, 1)
    .some((one) => ask(account, from, one).is === 'may');
}

const telemetry = /^(logs|cloudwatch|xray|application-signals):/i;

/** Widening itself gains all that is not barred from outside, unless its policies say that already. */
function gainOfItself(account: Account, actor: Actor): Gain {
  switch (hasEverything(account, actor)) {
    case 'yes':
      return nothing;
    case 'no':
      return { is: 'yes', words: 'any permission that it gives itself' };
    case 'may':
      return may('its own policies');
  }
}

function actorOf(arn: string): Actor | undefined {
  const principal = parsePrincipalName(arn);
  return principal && { arn, principal };
}
