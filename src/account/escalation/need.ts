import type { ContextValue } from '../../decide/context.ts';
import type { Account } from '../account.ts';
import type { ReachAnswer, ReachQuestion } from '../reach/reach-answer.ts';
import type { Actor } from './actor.ts';

/** One permission that a way to escalate needs. */
export interface Need {
  readonly action: string;
  /**
   * What it is needed on: an ARN, or the part of one after the account id, e.g. `training-job/*`, of
   * this account and any region.
   */
  readonly on: string;
  /** What the request carries. */
  readonly context?: { readonly [key: string]: ContextValue };
  /** It is asked for within the call of the need before: both have the same caller's context. */
  readonly sameCall?: true;
}

/** The question behind a need. */
export function questionOf(account: Account, { action, on, context }: Need): ReachQuestion {
  return { action, resource: arnOf(account, action, on), ...(context && { context }) };
}

/** IAM's resources are of no region. */
export function arnOf({ partition, id }: Account, action: string, on: string): string {
  if (on === '*' || on.startsWith('arn:')) return on;
  const [service = ''] = action.split(':');
  return `arn:${partition}:${service}:${service === 'iam' ? '' : '*'}:${id}:${on}`;
}

const asked = new WeakMap<Account, Map<string, Map<string, ReachAnswer>>>();

/** Can the actor do that in any way at all? Asked once for each actor and question. */
export function ask(account: Account, actor: Actor, question: ReachQuestion): ReachAnswer {
  const ofAccount = asked.get(account) ?? new Map<string, Map<string, ReachAnswer>>();
  asked.set(account, ofAccount);
  const key = keyOf(question);
  const answers = ofAccount.get(key) ?? new Map<string, ReachAnswer>();
  ofAccount.set(key, answers);
  const answer = answers.get(actor.arn) ?? account.reach(actor.principal, question);
  answers.set(actor.arn, answer);
  return answer;
}

/** Some questions are asked about thousands. */
const keys = new WeakMap<ReachQuestion, string>();

function keyOf(question: ReachQuestion): string {
  const { action, resource, context = {}, without = [] } = question;
  const key = keys.get(question) ?? JSON.stringify([action, resource, context, without]);
  keys.set(question, key);
  return key;
}
