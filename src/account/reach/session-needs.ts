import { sessionPairs } from '../../decide/sts/session-pairs.ts';
import type { AccessAnswer } from '../../reach/access/access-question.ts';
import type { Account } from '../account.ts';
import { Asking } from './ask.ts';
import { isOneCall, joined, type Answered } from './joined.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

/**
 * Whoever enters a role with session tags or a source identity needs the right to set those, too:
 * where the request that was found has some, all of that, or a request without them.
 */
export class SessionNeeds {
  readonly #account: Account;
  readonly #needed: Needed;
  readonly #askings = new Map<string, Asking>();

  constructor(account: Account, needed: Needed) {
    this.#account = account;
    this.#needed = needed;
  }

  with(first: AccessAnswer, subject: Subject): readonly Answered[] {
    const needed = this.#needed;
    const asked = { needed, answer: first };
    if (first.is !== 'yes') return [asked];
    const { context, resource } = first.witness;
    const pairs = sessionPairs(needed.action, resource, context).filter(({ action }) =>
      sessionPairs(needed.action, resource, needed.given).every((one) => one.action !== action),
    );
    if (pairs.length === 0) return [asked];
    const further = pairs.map(({ action, because }): Answered => {
      const also = { ...needed, action, ...(because !== undefined && { because }) };
      return { needed: also, answer: joined(this.#asking(also), subject, also, first) };
    });
    const base = { ...asked, asking: this.#asking(needed) };
    if (isOneCall(subject, base, further)) return [asked, ...further];
    const keys = Object.keys(context).filter(
      (key) => sessionPairs(needed.action, resource, { [key]: '' }).length > 0,
    );
    const bare = { ...needed, without: [...needed.without, ...keys] };
    const plain = this.#asking(bare).of(subject);
    if (plain.is === 'yes') return [{ needed: bare, answer: plain }];
    // Every request that is allowed has some of these, and none of them may be set.
    if (plain.is === 'no' && further.every(({ answer }) => answer.is === 'no')) return further;
    const reasons = ['entering the role so needs more than was found to be allowed'];
    const open = further.filter(({ answer }) => answer.is !== 'no');
    return [{ needed, answer: { is: 'may', reasons } }, ...open];
  }

  #asking(needed: Needed): Asking {
    const key = JSON.stringify([needed.action, needed.without]);
    const known = this.#askings.get(key) ?? new Asking(this.#account, needed);
    this.#askings.set(key, known);
    return known;
  }
}
