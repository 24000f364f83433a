import type { CompiledStatement } from '../../../decide/compile-statement.ts';
import type { CompiledLayer } from '../../../decide/compile-policy-set.ts';
import type { AccessAnswer } from '../../../reach/access/access-question.ts';
import type { Account } from '../../account.ts';
import { sidesOf } from '../../access/sides.ts';
import { addedBy, joined, sharedContext } from '../joined.ts';
import { Asking } from '../ask.ts';
import type { Needed, NeededList } from '../needed.ts';
import { ownSubjects } from '../own-subjects.ts';
import type { ReachAnswer, Subject } from '../reach-answer.ts';

interface Further {
  readonly needed: Needed;
  readonly asking: Asking;
}

/**
 * What an access to the objects of a bucket needs beside: its key. Buckets with the same key share the
 * answers, for nobody asks which object it is.
 */
export class FurtherAnswers {
  readonly #list: readonly Further[];
  readonly #isUnknown: boolean;
  readonly #answers = new WeakMap<Subject, Map<string, ReachAnswer['is']>>();
  readonly #sharedTexts = new WeakMap<AccessAnswer, string>();

  constructor(list: readonly Further[], isUnknown: boolean) {
    this.#list = list;
    this.#isUnknown = isUnknown;
  }

  get searches(): number {
    return this.#list.reduce((sum, { asking }) => sum + asking.searches, 0);
  }

  /** The answer for the access as a whole, where the first permission has this one. */
  with(first: AccessAnswer, subject: Subject): ReachAnswer['is'] {
    if (first.is === 'no') return 'no';
    const further = this.#list.length === 0 ? 'yes' : this.#further(first, subject);
    if (further === 'no') return 'no';
    return this.#isUnknown || first.is === 'may' ? 'may' : further;
  }

  #further(first: AccessAnswer, subject: Subject): ReachAnswer['is'] {
    const shared = this.#sharedText(first);
    const ofSubject = this.#answers.get(subject) ?? new Map<string, ReachAnswer['is']>();
    this.#answers.set(subject, ofSubject);
    const known = ofSubject.get(shared) ?? this.#ask(first, subject);
    ofSubject.set(shared, known);
    return known;
  }

  #ask(first: AccessAnswer, subject: Subject): ReachAnswer['is'] {
    const each = this.#list.map(({ needed, asking }) => {
      return { needed, answer: joined(asking, subject, needed, first) };
    });
    if (each.some(({ answer }) => answer.is === 'no')) return 'no';
    if (first.is !== 'yes' || each.some(({ answer }) => answer.is === 'may')) return 'may';
    // Whether the first request can carry that, too, is another question.
    const isMore = each.some((one) => Object.keys(addedBy(one, first.witness)).length > 0);
    return isMore ? 'may' : 'yes';
  }

  #sharedText(first: AccessAnswer): string {
    if (first.is !== 'yes') return '';
    const known =
      this.#sharedTexts.get(first) ??
      JSON.stringify(this.#list.map(({ needed }) => sharedContext(needed, first.witness)));
    this.#sharedTexts.set(first, known);
    return known;
  }
}

/** One for all buckets that need the same; undefined where it depends on the object which it is. */
export function furtherAnswers(
  account: Account,
  { list, unknown }: NeededList,
  shared: Map<string, FurtherAnswers>,
): FurtherAnswers | undefined {
  const further = list.slice(1);
  if (further.some((one) => asksForObject(account, one))) return undefined;
  const names = further.map(({ action, place }) => `${action} ${place.patterns.join()}`);
  const key = `${names.join()} ${unknown ?? ''}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const askings = further.map((one) => {
    const needed = { ...one, patterns: new Map<string, string>() };
    return { needed, asking: new Asking(account, needed) };
  });
  const fresh = new FurtherAnswers(askings, unknown !== undefined);
  shared.set(key, fresh);
  return fresh;
}

/** Whether some statement or grant asks for the encryption context, which tells the object. */
function asksForObject(account: Account, { action, place }: Needed): boolean {
  const sides = sidesOf(account);
  const { resource } = sides.ofResource(place.side);
  const { scp = [], rcp = [] } = sides.ofOrganization;
  const name = action.toLowerCase();
  return (
    place.side.settings.kms?.grantsUnknown === true ||
    (place.side.settings.kms?.grants ?? []).length > 0 ||
    principalsAskForObject(account, name) ||
    [resource, ...scp, ...rcp].some((layer) => layerAsksForObject(layer, name))
  );
}

const known = new WeakMap<Account, Map<string, boolean>>();

function principalsAskForObject(account: Account, action: string): boolean {
  const ofAccount = known.get(account) ?? new Map<string, boolean>();
  known.set(account, ofAccount);
  const sides = sidesOf(account);
  const asks =
    ofAccount.get(action) ??
    ownSubjects(account).some(({ principal }) => {
      const { identity, boundary } = sides.ofPrincipal(sides.principal(principal));
      return [identity, ...(boundary ? [boundary] : [])].some((one) =>
        layerAsksForObject(one, action),
      );
    });
  ofAccount.set(action, asks);
  return asks;
}

function layerAsksForObject({ allowing, denying }: CompiledLayer, action: string): boolean {
  return [...allowing.of(action), ...denying.of(action)].some(statementAsksForObject);
}

function statementAsksForObject({ statement }: CompiledStatement): boolean {
  return /kms:encryptioncontext/i.test(JSON.stringify(statement.conditions));
}
