import type { Account } from '../account.ts';
import { Asking } from './ask.ts';
import { encryptionChoices, type EncryptionChoice } from './encryption-choice.ts';
import { isOneCall, joined, notTogether, type Answered, type Asked } from './joined.ts';
import { neededOf, type Needed } from './needed.ts';
import type { Place } from './places.ts';
import type { ReachAnswer, ReachPair, ReachQuestion, Subject } from './reach-answer.ts';
import { SecondFirst } from './second-first.ts';
import { SessionNeeds } from './session-needs.ts';

/** Asks one subject after the other about one place. */
export interface PlaceAnswers {
  of(subject: Subject): ReachAnswer;
  /** How many questions were searched, and not answered from one like it. */
  readonly searches: number;
}

/** By the way that the question means, or any other that the caller may choose. */
export function answersAt(account: Account, question: ReachQuestion, place: Place): PlaceAnswers {
  const [first, ...choices] = encryptionChoices(account, question, place);
  const usual = answersOf(account, place, first);
  if (choices.length === 0) return usual;
  const others = choices.map((one) => answersOf(account, place, one));
  return {
    of: (subject) => {
      let best = usual.of(subject);
      for (const other of others) {
        if (best.is !== 'yes') best = wider(best, other.of(subject));
      }
      return best;
    },
    get searches() {
      return [usual, ...others].reduce((sum, { searches }) => sum + searches, 0);
    },
  };
}

function wider(one: ReachAnswer, other: ReachAnswer): ReachAnswer {
  const ranks = ['no', 'may', 'yes'];
  return ranks.indexOf(other.is) > ranks.indexOf(one.is) ? other : one;
}

function answersOf(
  account: Account,
  place: Place,
  { question, chosen, unknown: unnamed }: EncryptionChoice,
): PlaceAnswers {
  const all = neededOf(account, question, place);
  const { list, unknown } =
    unnamed === undefined ? all : { list: all.list.slice(0, 1), unknown: unnamed };
  const [needed = all.list[0], ...others] = list;
  const asking = new Asking(account, needed);
  const further = others.map((one) => ({ needed: one, asking: new Asking(account, one) }));
  const sessions = new SessionNeeds(account, needed);
  const [second, ...more] = further;
  const turn = second && more.length === 0 ? new SecondFirst(account, needed, second) : undefined;
  return {
    of: (subject) => {
      const asked = asking.of(subject);
      const answers = [...sessions.with(asked, subject)];
      const first = answers[0]?.answer ?? asked;
      if (first.is === 'no') return new PlaceAnswer('no', { answers, unknown: undefined, chosen });
      const others = further.map((one): Answered => {
        return { needed: one.needed, answer: joined(one.asking, subject, one.needed, first) };
      });
      answers.push(...together(subject, { asking, needed, answer: first }, others));
      const is = worst(answers, unknown);
      const turned = is === 'may' && unknown === undefined ? turn?.find(subject) : undefined;
      if (turned !== undefined) return new PlaceAnswer('yes', { answers: turned, unknown, chosen });
      return new PlaceAnswer(is, { answers, unknown, chosen });
    },
    get searches() {
      return [{ asking }, ...further].reduce((sum, one) => sum + one.asking.searches, 0);
    },
  };
}

/** The further answers; where all are yes, and no call has them together with the first, they may be. */
function together(
  subject: Subject,
  first: Asked,
  further: readonly Answered[],
): readonly Answered[] {
  const isAll = [first, ...further].every(({ answer }) => answer.is === 'yes');
  if (!isAll || isOneCall(subject, first, further)) return further;
  return further.map(({ needed }) => ({ needed, answer: notTogether }));
}

interface Found {
  readonly answers: readonly Answered[];
  readonly unknown: string | undefined;
  readonly chosen: Needed['given'];
}

/** Most answers are only counted: their pairs are put into words when asked for. */
class PlaceAnswer implements ReachAnswer {
  readonly is: ReachAnswer['is'];
  readonly #found: Found;
  #pairs: ReachAnswer['pairs'] | undefined;

  constructor(is: ReachAnswer['is'], found: Found) {
    this.is = is;
    this.#found = found;
  }

  get pairs(): ReachAnswer['pairs'] {
    const { answers, unknown, chosen } = this.#found;
    return (this.#pairs ??= withUnknown(
      answers.map((one) => pairOf(one, chosen)),
      unknown,
    ));
  }
}

function pairOf({ needed, answer }: Answered, chosen: Needed['given']): ReachPair {
  const { action, place, because } = needed;
  const base = {
    action,
    resource: place.patterns.at(-1) ?? '*',
    ...(because !== undefined && { because }),
    is: answer.is,
  };
  if (answer.is !== 'yes') {
    return {
      ...base,
      way: [],
      get reasons() {
        return answer.reasons;
      },
    };
  }
  return {
    ...base,
    witness: { ...answer.witness, context: { ...chosen, ...answer.witness.context } },
    get way() {
      return answer.way;
    },
    reasons: [],
  };
}

function worst(all: readonly Answered[], unknown: string | undefined): ReachAnswer['is'] {
  if (all.some(({ answer }) => answer.is === 'no')) return 'no';
  return unknown !== undefined || all.some(({ answer }) => answer.is === 'may') ? 'may' : 'yes';
}

function withUnknown(
  [first, ...rest]: readonly ReachPair[],
  unknown: string | undefined,
): ReachAnswer['pairs'] {
  if (first === undefined) throw new Error('an access needs at least what is asked for');
  if (unknown === undefined) return [first, ...rest];
  const { resource } = first;
  const open: ReachPair = { action: 'kms:*', resource, is: 'may', way: [], reasons: [unknown] };
  return [first, ...rest, open];
}
