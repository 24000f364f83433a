import type { AccessAnswer } from '../../reach/access/access-question.ts';
import type { Account } from '../account.ts';
import { Asking } from './ask.ts';
import { isOneCall, joined, passedOn, type Answered, type Asked } from './joined.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

/**
 * Where the request that was found for the first permission lacks the further one: a request that has
 * the further one may have the first, e.g. for another object.
 */
export class SecondFirst {
  readonly #account: Account;
  readonly #first: Needed;
  readonly #second: Pick<Asked, 'needed' | 'asking'>;
  readonly #askings = new Map<string, Asking>();

  constructor(account: Account, first: Needed, second: Pick<Asked, 'needed' | 'asking'>) {
    this.#account = account;
    this.#first = first;
    this.#second = second;
  }

  /** Both permissions, by one and the same call; undefined: none was found. */
  find(subject: Subject): readonly Answered[] | undefined {
    const { needed, asking } = this.#second;
    const alone = asking.of(subject);
    if (alone.is !== 'yes') return undefined;
    const first = this.#firstFor(alone, subject);
    if (first.answer.is !== 'yes') return undefined;
    const second = { needed, answer: joined(asking, subject, needed, first.answer) };
    return isOneCall(subject, first, [second]) ? [first, second] : undefined;
  }

  #firstFor(alone: Extract<AccessAnswer, { is: 'yes' }>, subject: Subject): Asked {
    const { context } = alone.witness;
    const [object] = [...this.#second.needed.patterns.keys()].flatMap((key) => context[key] ?? []);
    const narrow = typeof object === 'string' ? this.#about(object) : this.#first;
    const asking = this.#asking(narrow);
    const answer = asking.of(subject, asking.open(subject, passedOn(context)));
    return { asking, needed: this.#first, answer };
  }

  /** For this object alone, by the same way. */
  #about(object: string): Needed {
    const { place } = this.#first;
    const [, point] =
      /^(arn:[^:]*:s3:[^:]*:\d{12}:accesspoint\/[^/]+)\//.exec(place.patterns[0] ?? '') ?? [];
    const key = object.slice(object.indexOf('/') + 1);
    const name = point === undefined ? object : `${point}/object/${key}`;
    return { ...this.#first, place: { ...place, patterns: [name, ...place.patterns] } };
  }

  #asking(needed: Needed): Asking {
    const key = needed.place.patterns.join();
    const known = this.#askings.get(key) ?? new Asking(this.#account, needed);
    this.#askings.set(key, known);
    return known;
  }
}
