import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { Context } from '../../decide/context.ts';
import { allowedRequest } from './allowed-request.ts';
import { yes } from '../../decide/tri.ts';
import type { AccessAnswer, AccessQuestion, Finding } from './access-question.ts';
import { replay } from './replay.ts';
import type { ContentIds } from './content-ids.ts';
import { callerText } from './caller-text.ts';
import { domainText } from './domain-text.ts';
import type { LayerContents } from './layer-content.ts';
import { isPassable, type Choice, type Routes } from './route.ts';
import { routesOf } from './routes-of.ts';
import { variablesIn } from '../variables-in.ts';

/**
 * Remembers answers by all that they follow from: the statements that concern the question, by what
 * they say, and what is known of the keys that these ask for. For questions with the same areas.
 */
export class Memo {
  readonly #bySignature = new Map<string, Finding>();
  readonly #byCaller = new Map<string, Finding>();
  readonly #contents: LayerContents;
  #searches = 0;

  constructor(contents: LayerContents) {
    this.#contents = contents;
  }

  get searches(): number {
    return this.#searches;
  }

  find(question: AccessQuestion): Finding {
    const text = callerText(question, this.#contents);
    const known = text === undefined ? undefined : this.#byCaller.get(text);
    const same = known && forCaller(known, question);
    if (same !== undefined) return same;
    const found = this.#findByRoutes(question);
    if (text !== undefined) this.#byCaller.set(text, found);
    return found;
  }

  #findByRoutes(question: AccessQuestion): Finding {
    const routes = routesOf(question);
    if (routes.settled !== undefined || !routes.routes.some(isPassable)) {
      return findingIn(allowedRequest(question, routes));
    }
    const signature = signatureOf(question, routes, this.#contents.ids);
    const known = this.#bySignature.get(signature);
    const same = known && forCaller(known, question);
    if (same !== undefined) return same;
    this.#searches += 1;
    const found = findingIn(allowedRequest(question, routes));
    this.#bySignature.set(signature, found);
    return found;
  }
}

/** An answer without what it costs to keep its reasons. */
function findingIn(answer: AccessAnswer): Finding {
  return answer.is === 'yes' ? { is: 'yes', witness: answer.witness } : { is: answer.is };
}

/** What was found for another caller; his request is replayed for this one. */
function forCaller(known: Finding, question: AccessQuestion): Finding | undefined {
  if (known.is !== 'yes') return known;
  const { domainOf, caller } = question;
  // What the first caller has for sure, this one has in his own way.
  const context = Object.fromEntries(
    Object.entries(known.witness.context).filter(([key]) => domainOf(key).is === 'open'),
  );
  const witness = { ...known.witness, principal: caller.name, context };
  return replay(question, witness).outcome === 'allowed' ? { is: 'yes', witness } : undefined;
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

/** Keys, in lower case, on which it depends whether the statement matches. */
function keysOf(statement: CompiledStatement, known: Context): readonly string[] {
  const open = statement.conditions.filter((one) => one.holds(known) !== yes);
  return [...open.map(({ key }) => key.toLowerCase()), ...variablesIn(statement)];
}
