import type { Principal } from '../../decide/principal.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { unreadText } from '../access/sourced-policy.ts';
import { answersAt, type PlaceAnswers } from './answer-place.ts';
import { placesOf, type Place } from './places.ts';
import { Recent } from './recent.ts';
import type { ReachAnswer, ReachQuestion, Subject } from './reach-answer.ts';

/** A question on each place that its pattern fits, for all subjects that are asked. */
export interface AskedPlaces {
  readonly places: readonly { readonly place: Place; readonly answers: PlaceAnswers }[];
  /** Why there may be further places. */
  readonly missing: readonly Missing[];
}

const asked = new WeakMap<Account, Recent<AskedPlaces>>();

/** Places of all questions that are remembered: rules ask the same of each role, bucket by bucket. */
const mostPlaces = 20_000;

/** What was asked lately is remembered with the account. */
export function askPlaces(account: Account, question: ReachQuestion): AskedPlaces {
  const ofAccount = asked.get(account) ?? new Recent<AskedPlaces>(mostPlaces, weightOf);
  asked.set(account, ofAccount);
  const { action, resource, context = {}, without = [] } = question;
  const key = JSON.stringify([action.toLowerCase(), resource, context, without]);
  const known = ofAccount.get(key);
  if (known !== undefined) return known;
  const { list, missing } = placesOf(account, resource, action);
  const places = list.map((place) => {
    return { place, answers: answersAt(account, question, place) };
  });
  const fresh = { places, missing };
  ofAccount.set(key, fresh);
  return fresh;
}

function weightOf({ places }: AskedPlaces): number {
  return 1 + places.length;
}

/** Can this principal do that in any way at all? */
export function reach(
  account: Account,
  principal: Principal,
  question: ReachQuestion,
): ReachAnswer {
  const { places, missing } = askPlaces(account, question);
  const subject = subjectOf(account, principal);
  const best = widestOf(places, subject);
  if (best?.is === 'yes' || (best !== undefined && missing.length === 0)) return best;
  const { action, resource } = question;
  if (missing.length === 0) {
    const reasons = ['nothing in the snapshot fits the resource'];
    return { is: 'no', pairs: [{ action, resource, is: 'no', way: [], reasons }] };
  }
  const reasons = missing.map(({ what, why }) => `${what}: ${unreadText(why)}`);
  return { is: 'may', pairs: [{ action, resource, is: 'may', way: [], reasons }] };
}

/** Once it is yes, no further place is asked about. */
function widestOf(places: AskedPlaces['places'], subject: Subject): ReachAnswer | undefined {
  const answers: ReachAnswer[] = [];
  for (const { answers: ofPlace } of places) {
    const answer = ofPlace.of(subject);
    if (answer.is === 'yes') return answer;
    answers.push(answer);
  }
  return widest(answers);
}

/** The first of those that come nearest to yes. */
export function widest(answers: readonly ReachAnswer[]): ReachAnswer | undefined {
  return (
    answers.find((one) => one.is === 'yes') ?? answers.find((one) => one.is === 'may') ?? answers[0]
  );
}

function subjectOf(account: Account, principal: Principal): Subject {
  switch (principal.kind) {
    case 'anonymous':
      return { sort: 'anonymous', principal, name: 'anonymous' };
    case 'service':
      return { sort: 'service', principal, name: principal.name };
    case 'federated':
      return { sort: 'federated', principal, name: principal.provider };
    default:
      break;
  }
  const name = principal.kind === 'role' ? (principal.session ?? principal.arn) : principal.arn;
  if (principal.account !== account.id) return { sort: 'named-account', principal, name };
  if (principal.kind === 'root') return { sort: 'root', principal, name };
  return { sort: principal.kind === 'user' ? 'user' : 'role', principal, name };
}
