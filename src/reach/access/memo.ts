import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { Context } from '../../decide/context.ts';
import { decide } from '../../decide/decide.ts';
import { allowedRequest } from './allowed-request.ts';
import { yes } from '../../decide/tri.ts';
import type { Domain } from '../domain.ts';
import { allowedAnswer } from './allowed-answer.ts';
import type { AccessAnswer, AccessQuestion } from './access-question.ts';
import type { ContentIds } from './content-ids.ts';
import { isPassable, type Choice, type Routes } from './route.ts';
import { routesOf } from './routes-of.ts';
import { variablesIn } from '../variables-in.ts';

/**
 * Remembers answers by all that they follow from: the statements that concern the question, by what
 * they say, and what is known of the keys that these ask for. For questions with the same areas.
 */
export class Memo {
  readonly #answers = new Map<string, AccessAnswer>();
  readonly #ids: ContentIds;
  #searches = 0;

  constructor(ids: ContentIds) {
    this.#ids = ids;
  }

  get searches(): number {
    return this.#searches;
  }

  answer(question: AccessQuestion): AccessAnswer {
    const routes = routesOf(question);
    if (routes.settled !== undefined || !routes.routes.some(isPassable)) {
      return allowedRequest(question, routes);
    }
    const signature = signatureOf(question, routes, this.#ids);
    const known = this.#answers.get(signature);
    if (known !== undefined) {
      const same = this.#forCaller(known, question);
      if (same !== undefined) return same;
    }
    this.#searches += 1;
    const answer = allowedRequest(question, routes);
    this.#answers.set(signature, answer);
    return answer;
  }

  /** The same request of another caller is replayed, too. */
  #forCaller(known: AccessAnswer, question: AccessQuestion): AccessAnswer | undefined {
    if (known.is !== 'yes') return known;
    const { resource } = known.witness;
    const { set, caller, action, resourceAccount, domainOf } = question;
    // What the first caller has for sure, this one has in his own way.
    const context = Object.fromEntries(
      Object.entries(known.witness.context).filter(([key]) => domainOf(key).is === 'open'),
    );
    const decision = decide(set, {
      principal: caller.principal,
      action,
      resource,
      resourceAccount,
      context: question.contextOf(context),
    });
    if (decision.outcome !== 'allowed') return undefined;
    return allowedAnswer(decision, { ...known.witness, principal: caller.name, context });
  }
}

function signatureOf(
  question: AccessQuestion,
  { routes, avoid, doubts, known: context }: Routes,
  ids: ContentIds,
): string {
  const keys = new Set<string>();
  const choices = (list: readonly Choice[]): string =>
    list
      .map(({ statement, unsure }) => {
        for (const key of keysOf(statement, context)) keys.add(key);
        return `${String(ids.of(statement))}${unsure ? '?' : ''}`;
      })
      .join();
  const ways = routes
    .filter(isPassable)
    .map((route) => route.map((one) => `${choices(one.choices)}${one.open ?? ''}`).join('&'))
    .join('|');
  const denials = choices(avoid);
  const known = [...keys].sort().map((key) => `${key}${domainText(question.domainOf(key))}`);
  return [ways, denials, doubts.join(), ...known].join('\n');
}

/** Equal for domains that are the same. */
export function domainText(domain: Domain): string {
  if (domain.is === 'fixed') return `=${JSON.stringify(domain.values)}`;
  return `~${domain.missing} ${domain.text ?? ''}${domain.unsure === true ? '?' : ''}`;
}

/** Keys, in lower case, on which it depends whether the statement matches. */
function keysOf(statement: CompiledStatement, known: Context): readonly string[] {
  const open = statement.conditions.filter((one) => one.holds(known) !== yes);
  return [...open.map(({ key }) => key.toLowerCase()), ...variablesOf(statement)];
}

const variables = new WeakMap<CompiledStatement, readonly string[]>();

function variablesOf(statement: CompiledStatement): readonly string[] {
  const known = variables.get(statement) ?? variablesIn(statement);
  variables.set(statement, known);
  return known;
}
