import { allowedRequest } from '../../reach/access/allowed-request.ts';
import type { AccessAnswer, AccessQuestion } from '../../reach/access/access-question.ts';
import { areasOf, type Area } from '../../reach/access/area.ts';
import { ContentIds } from '../../reach/access/content-ids.ts';
import { Memo } from '../../reach/access/memo.ts';
import type { Account } from '../account.ts';
import type { Sides } from '../access/sides.ts';
import { sidesOf } from '../access/sides.ts';
import { keyKnowledge } from './key-domains.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

const contentIds = new WeakMap<Account, ContentIds>();

/** One needed permission, and all subjects that are asked for it. */
export class Asking {
  readonly #account: Account;
  readonly #sides: Sides;
  readonly #needed: Needed;
  readonly #areas: readonly Area[];
  readonly #memos = new Map<string, Memo>();
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
    return [...this.#memos.values()].reduce((sum, { searches }) => sum + searches, 0);
  }

  /** `also`: what the requests carry beside what is asked, by key in lower case. */
  of(subject: Subject, also: Needed['given'] = {}): AccessAnswer {
    const { action, place } = this.#needed;
    const principal = this.#sides.principal(subject.principal);
    const set = this.#sides.compiled(principal, place.side);
    const question: AccessQuestion = {
      set,
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
        given: { ...this.#needed.given, ...also },
        patterns: withoutKeys(this.#needed.patterns, also),
        without: this.#needed.without,
        forwarded: this.#needed.forwarded,
      }),
    };
    const isOwn = subject.sort === 'role' || subject.sort === 'user';
    return isOwn ? this.#memo(also).answer(question) : allowedRequest(question);
  }

  #memo(also: Needed['given']): Memo {
    const key = Object.keys(also).length === 0 ? '' : JSON.stringify(also);
    const memo = this.#memos.get(key) ?? new Memo(this.#ids);
    this.#memos.set(key, memo);
    return memo;
  }
}

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
