import { parsePrincipalName } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';
import { decisiveQuestions } from './decisive-questions.ts';
import type { EscalationEdge } from './edge.ts';
import { gainBy, may, nothing, type Gain } from './gain-by-question.ts';
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
  const everything = hasEverything(account, from);
  const [first] = decisiveQuestions(account);
  if (everything === 'may' && first !== undefined && ask(account, from, first).is === 'may') {
    return may('any permission: not all policies of the first were read');
  }
  const isAll = everything === 'yes';
  let unsure: Gain | undefined;
  for (const question of isAll ? lackedBy(account, from) : decisiveQuestions(account)) {
    if (inS3 && !question.inS3) continue;
    const gain = gainBy(account, question, { from, to });
    if (gain.is === 'yes') return gain;
    if (gain.is === 'may') unsure ??= gain;
  }
  if (unsure !== undefined || isAll) return unsure ?? nothing;
  const isS3 = (action: string): boolean => /^s3:/i.test(action);
  return gainByPolicies(account, { from, to }, inS3 ? isS3 : (action) => !telemetry.test(action));
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
