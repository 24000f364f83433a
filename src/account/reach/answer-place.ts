import type { AccessAnswer } from '../../reach/access/access-question.ts';
import type { Witness } from '../../reach/answer.ts';
import type { Account } from '../account.ts';
import { Asking } from './ask.ts';
import { neededOf, type Needed } from './needed.ts';
import type { Place } from './places.ts';
import type { ReachAnswer, ReachPair, ReachQuestion, Subject } from './reach-answer.ts';

/** Asks one subject after the other about one place. */
export interface PlaceAnswers {
  of(subject: Subject): ReachAnswer;
  /** How many questions were searched, and not answered from one like it. */
  readonly searches: number;
}

export function answersAt(account: Account, question: ReachQuestion, place: Place): PlaceAnswers {
  const { list, unknown } = neededOf(account, question, place);
  const [asked, ...further] = list.map((needed) => ({
    needed,
    asking: new Asking(account, needed),
  }));
  if (asked === undefined) throw new Error('an access needs at least what is asked for');
  return {
    of: (subject) => {
      const first = asked.asking.of(subject);
      const answers: Answered[] = [{ needed: asked.needed, answer: first }];
      if (first.is === 'no') return new PlaceAnswer('no', answers, undefined);
      for (const { needed, asking } of further) {
        answers.push({ needed, answer: joined(asking, subject, needed, first) });
      }
      return new PlaceAnswer(worst(answers, unknown), answers, unknown);
    },
    get searches() {
      return [asked, ...further].reduce((sum, { asking }) => sum + asking.searches, 0);
    },
  };
}

interface Answered {
  readonly needed: Needed;
  readonly answer: AccessAnswer;
}

/** Most answers are only counted: their pairs are put into words when asked for. */
class PlaceAnswer implements ReachAnswer {
  readonly is: ReachAnswer['is'];
  readonly #answers: readonly Answered[];
  readonly #unknown: string | undefined;
  #pairs: ReachAnswer['pairs'] | undefined;

  constructor(is: ReachAnswer['is'], answers: readonly Answered[], unknown: string | undefined) {
    this.is = is;
    this.#answers = answers;
    this.#unknown = unknown;
  }

  get pairs(): ReachAnswer['pairs'] {
    return (this.#pairs ??= withUnknown(this.#answers.map(pairOf), this.#unknown));
  }
}

/** The further permission for the very request that was found; if it has none, for any. */
export function joined(
  asking: Asking,
  subject: Subject,
  needed: Needed,
  first: AccessAnswer,
): AccessAnswer {
  const shared =
    first.is === 'yes' ? asking.open(subject, sharedContext(needed, first.witness)) : {};
  const together = asking.of(subject, shared);
  if (together.is === 'yes' || Object.keys(shared).length === 0) return together;
  const alone = asking.of(subject);
  if (alone.is !== 'yes') return alone;
  return { is: 'may', reasons: ['each permission is there, but no call was found that has both'] };
}

/** What a service passes on when it calls another for the same caller, beside which object it is. */
export function sharedContext(needed: Needed, { resource, context }: Witness): Needed['given'] {
  const ofCaller = Object.entries(context).filter(
    ([key]) => key.startsWith('aws:') && !ofOneCall.test(key),
  );
  const objects = [...needed.patterns].map(([key, pattern]): [string, string] => {
    return [key, objectBehind(resource, pattern)];
  });
  return Object.fromEntries([...ofCaller, ...objects]);
}

/** Of the way a call comes, and of the resource that it is for: the further call has its own. */
const ofOneCall =
  /^aws:(calledvia|viaawsservice|securetransport|resource|requestedregion|sourceip$|sourcevpc|vpc)/;

/** The same object in its bucket, if the way to it goes through an access point. `pattern`: of objects. */
function objectBehind(resource: string, pattern: string): string {
  const key = /:accesspoint\/[^/]+\/object\/(.*)$/s.exec(resource)?.[1];
  const bucket = pattern.slice(0, pattern.indexOf('/'));
  return key === undefined ? resource : `${bucket}/${key}`;
}

function pairOf({ needed, answer }: Answered): ReachPair {
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
    witness: answer.witness,
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
