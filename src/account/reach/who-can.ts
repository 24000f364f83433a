import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import { outsiders } from './outsiders.ts';
import { missingSubjects, ownSubjects } from './own-subjects.ts';
import type { Place } from './places.ts';
import { askPlaces, widest } from './reach.ts';
import type { Reach, ReachQuestion, Subject, WhoCan } from './reach-answer.ts';

const known = new WeakMap<Account, Map<string, WhoCan>>();

/** Who can do that, inside and outside the account? Remembered with the account. */
export function whoCan(account: Account, question: ReachQuestion): WhoCan {
  const ofAccount = known.get(account) ?? new Map<string, WhoCan>();
  known.set(account, ofAccount);
  const { action, resource, context = {}, without = [] } = question;
  const key = JSON.stringify([action.toLowerCase(), resource, context, without]);
  const answer = ofAccount.get(key) ?? findAll(account, question);
  ofAccount.set(key, answer);
  return answer;
}

function findAll(account: Account, question: ReachQuestion): WhoCan {
  const { places, missing } = askPlaces(account, question);
  const best = new Map<string, Reach>();
  for (const { place, answers } of places) {
    for (const subject of [...ownSubjects(account), ...outsidersAt(account, place)]) {
      const answer = answers.of(subject);
      if (answer.is === 'no') continue;
      const key = `${subject.sort} ${subject.name}`;
      const before = best.get(key)?.answer;
      best.set(key, { subject, answer: widest([...(before ? [before] : []), answer]) ?? answer });
    }
  }
  return {
    reaches: [...best.values()].sort(bySubject),
    missing: [...missing, ...missingSubjects(account)],
    assumptions,
  };
}

/** The policies of the key and of what it encrypts name the same outsiders, or one does not let them in. */
function outsidersAt(account: Account, { side }: Place): readonly Subject[] {
  const sides = sidesOf(account);
  const { resource, bucketBehind } = sides.ofResource(side);
  const layers = [resource, ...(bucketBehind ? [bucketBehind] : [])];
  return outsiders(account, layers, sides.organization);
}

const assumptions = [
  'other accounts let their own principals do it',
  'sessions of roles have no session policy, and session tags only where the trust policy lets them in',
  'no policy of a VPC endpoint stands in between',
  "objects are encrypted as the bucket's default encryption says, and their own ACLs grant nothing more",
];

const sorts: readonly Subject['sort'][] = [
  'anonymous',
  'any-account',
  'organization',
  'named-account',
  'federated',
  'service',
  'user',
  'role',
  'root',
];

function bySubject(a: Reach, b: Reach): number {
  const order = sorts.indexOf(a.subject.sort) - sorts.indexOf(b.subject.sort);
  if (order !== 0) return order;
  return a.subject.name < b.subject.name ? -1 : a.subject.name > b.subject.name ? 1 : 0;
}
