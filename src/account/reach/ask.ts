import { allowedRequest } from '../../reach/access/allowed-request.ts';
import type { AccessAnswer, AccessQuestion } from '../../reach/access/access-question.ts';
import { areasOf, type Areas } from '../../reach/access/area.ts';
import { isOutOfReach } from '../../reach/access/out-of-reach.ts';
import { ContentIds } from '../../reach/access/content-ids.ts';
import { Memo } from '../../reach/access/memo.ts';
import type { Account } from '../account.ts';
import type { PrincipalSide } from '../access/principal-side.ts';
import { sidesOf, type Sides } from '../access/sides.ts';
import { keyKnowledge } from './key-domains.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

const contentIds = new WeakMap<Account, ContentIds>();

/** One needed permission, and all subjects that are asked for it. */
export class Asking {
  readonly #account: Account;
  readonly #sides: Sides;
  readonly #needed: Needed;
  readonly #areas: Areas;
  readonly #memos = new Map<string, { readonly memo: Memo; readonly given: Needed['given'] }>();
  readonly #ids: ContentIds;

  constructor(account: Account, needed: Needed) {
    this.#account = account;
    this.#sides = sidesOf(account);
    this.#needed = needed;
    this.#areas = areasOf(needed.action, needed.place.patterns);
    const ids = contentIds.get(account) ?? new ContentIds();
    contentIds.set(account, ids);
    this.#ids = ids;
  }

  /** How many questions were searched, and not answered from one like it. */
  get searches(): number {
    return [...this.#memos.values()].reduce((sum, { memo }) => sum + memo.searches, 0);
  }

  /** `also`: what the requests carry beside what is asked, by key in lower case. */
  of(subject: Subject, also: Needed['given'] = {}): AccessAnswer {
    const principal = this.#sides.principal(subject.principal);
    const isOwn = subject.sort === 'role' || subject.sort === 'user';
    if (isOwn && this.#isOutOfReach(principal)) return nothingAllows;
    const question = this.question(subject, also);
    return isOwn ? this.#with(also).memo.answer(question) : allowedRequest(question);
  }

  /** Of these keys those that the requests of the subject can have several values for. */
  open(subject: Subject, values: Needed['given']): Needed['given'] {
    if (Object.keys(values).length === 0) return values;
    const { domainOf } = this.question(subject);
    return Object.fromEntries(
      Object.entries(values).filter(([key]) => domainOf(key.toLowerCase()).is === 'open'),
    );
  }

  /** The same as a question to the engine. */
  question(subject: Subject, also: Needed['given'] = {}): AccessQuestion {
    const { action, place, patterns, without, forwarded } = this.#needed;
    const principal = this.#sides.principal(subject.principal);
    return {
      set: this.#sides.compiled(principal, place.side),
      caller: { name: nameOf(subject), principal: principal.principal },
      action,
      areas: this.#areas,
      resourceAccount: place.side.account,
      ...keyKnowledge({
        account: this.#account,
        organization: this.#sides.organization,
        subject,
        principal,
        resource: place.side,
        given: this.#with(also).given,
        patterns: withoutKeys(patterns, also),
        without,
        forwarded,
      }),
    };
  }

  #isOutOfReach(side: PrincipalSide): boolean {
    const { action, place } = this.#needed;
    if (place.side.account !== this.#account.id) return false;
    return isOutOfReach({
      principal: side.principal,
      identity: this.#sides.ofPrincipal(side).identity,
      resource: this.#sides.ofResource(place.side).resource,
      settings: place.side.settings,
      action: action.toLowerCase(),
      areas: this.#areas,
    });
  }

  /** Memories and given keys by what the requests carry beside what is asked. */
  #with(also: Needed['given']): { readonly memo: Memo; readonly given: Needed['given'] } {
    const key = Object.keys(also).length === 0 ? '' : JSON.stringify(also);
    const known = this.#memos.get(key) ?? {
      memo: new Memo(this.#ids),
      given: { ...this.#needed.given, ...also },
    };
    this.#memos.set(key, known);
    return known;
  }
}

const nothingAllows: AccessAnswer = {
  is: 'no',
  reasons: ["nothing in the caller's identity policies allows it, and no other policy lets it in"],
};

function withoutKeys(
  patterns: ReadonlyMap<string, string>,
  also: Needed['given'],
): ReadonlyMap<string, string> {
  return new Map([...patterns].filter(([key]) => !Object.hasOwn(also, key)));
}

function nameOf({ principal, name }: Subject): string | { readonly service: string } {
  if (principal.kind === 'service') return { service: principal.name };
  return 'arn' in principal ? principal.arn : name;
}
