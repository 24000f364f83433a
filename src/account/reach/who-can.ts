import { isToGroup } from '../../decide/s3/acl-grant.ts';
import type { Missing } from '../../model/verdict.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import { foreignAccessPoints } from './foreign-access-points.ts';
import { outsiders } from './outsiders.ts';
import { nearSubjects } from './near-subjects.ts';
import { missingSubjects } from './own-subjects.ts';
import { neededOf, type Needed } from './needed.ts';
import { askPlaces, widest } from './reach.ts';
import { Recent } from './recent.ts';
import type { Reach, ReachQuestion, Subject, WhoCan } from './reach-answer.ts';
import { unaskedPrincipals, unreadPolicies } from './unasked.ts';

const known = new WeakMap<Account, Recent<WhoCan>>();

/** Principals in all answers that are remembered; each of them takes about 2 KiB. */
const mostReaches = 150_000;

/** Who can do that, inside and outside the account? Remembered with the account for a while. */
export function whoCan(account: Account, question: ReachQuestion): WhoCan {
  const ofAccount = known.get(account) ?? new Recent<WhoCan>(mostReaches, weightOf);
  known.set(account, ofAccount);
  const { action, resource, context = {}, without = [] } = question;
  const key = JSON.stringify([action.toLowerCase(), resource, context, without]);
  const answer = ofAccount.get(key) ?? findAll(account, question);
  ofAccount.set(key, answer);
  return answer;
}

function weightOf({ reaches }: WhoCan): number {
  return 1 + reaches.length;
}

function findAll(account: Account, question: ReachQuestion): WhoCan {
  const { places, missing } = askPlaces(account, question);
  const best = new Map<string, Reach>();
  const unasked: Missing[] = [];
  for (const { place, answers } of places) {
    const { list } = neededOf(account, question, place);
    unasked.push(...list.flatMap((one) => unaskedAt(account, one)));
    const outside = outsidersAt(account, list);
    const kept = outside.filter((subject) => answers.of(subject).is === 'no');
    unasked.push(...foreignAccessPoints(account, question, { place, kept }));
    for (const subject of [...nearSubjects(account, list[0]), ...outside]) {
      const answer = answers.of(subject);
      if (answer.is === 'no') continue;
      const key = `${subject.sort} ${subject.name}`;
      const before = best.get(key);
      const isWider = before === undefined || widest([before.answer, answer]) === answer;
      best.set(key, isWider ? { subject, answer } : before);
    }
  }
  return {
    reaches: [...best.values()].sort(bySubject),
    missing: [...missing, ...unasked, ...unreadPolicies(question), ...missingSubjects(account)],
    assumptions: reachAssumptions,
  };
}

/** Whoever the policy of the bucket, or that of its key, or the organisation's tell apart. */
function outsidersAt(account: Account, needed: readonly Needed[]): readonly Subject[] {
  const sides = sidesOf(account);
  const layers = needed.flatMap(({ place }) => {
    const { resource, bucketBehind } = sides.ofResource(place.side);
    return [resource, ...(bucketBehind ? [bucketBehind] : [])];
  });
  const settings = needed.map(({ place }) => place.side.settings);
  const grants = settings.flatMap(({ kms }) => kms?.grants ?? []);
  return outsiders(account, [...layers, ...(sides.ofOrganization.rcp ?? [])], {
    organization: sides.organization,
    grantees: grants.flatMap(({ grantee, retiring, issuer }) =>
      [grantee, retiring, issuer].flatMap((one) => one ?? []),
    ),
    isOpen: settings.some(({ s3 }) => s3?.bucketAcl?.grants.some(isToGroup) === true),
  });
}

function unaskedAt(account: Account, { action, place }: Needed): readonly Missing[] {
  const { resource } = sidesOf(account).ofResource(place.side);
  return unaskedPrincipals(resource, action, areasOf(action, place.patterns));
}

/** Under which every answer about reach is given. */
export const reachAssumptions: readonly string[] = [
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
