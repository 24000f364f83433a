import { accountOf } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import { trustOf } from '../fact/trusted-account.ts';
import { neededOf } from './needed.ts';
import { askPlaces } from './reach.ts';
import type { Reach, ReachQuestion, Subject, WhoCan } from './reach-answer.ts';

/**
 * Those outside who can, or may, and are not trusted: neither of an account of
 * `inputs.trustedAccounts` nor let in as members of the account's own organisation. AWS services
 * belong to no account and are left out.
 */
export function untrusted(account: Account, question: ReachQuestion): WhoCan {
  const all = account.whoCan(question);
  const trusted = new Set(trustOf(account).accounts);
  const strangers = all.reaches.filter(
    ({ subject }) => isOutside(subject) && !trusted.has(accountIn(subject)),
  );
  const named = strangers.filter(({ subject }) => subject.sort === 'named-account');
  const outside = named.length === 0 ? undefined : outOfOrganization(account, question, named);
  if (outside === undefined) return { ...all, reaches: strangers };
  return {
    ...all,
    reaches: strangers.flatMap((one) =>
      one.subject.sort === 'named-account' ? outside(one.subject) : [one],
    ),
  };
}

function isOutside({ sort }: Subject): boolean {
  switch (sort) {
    case 'anonymous':
    case 'any-account':
    case 'named-account':
    case 'federated':
      return true;
    case 'role':
    case 'user':
    case 'root':
    case 'organization':
    case 'service':
      return false;
  }
}

function accountIn({ principal }: Subject): string {
  return accountOf(principal) ?? '';
}

/**
 * Of accounts that policies name it is not known whether they are in the organisation. Each is asked
 * about as if it were not: without an organisation, and in every other one that a policy names.
 * Undefined where the own organisation is not known, or there is none.
 */
function outOfOrganization(
  account: Account,
  question: ReachQuestion,
  named: readonly Reach[],
): ((subject: Subject) => readonly Reach[]) | undefined {
  const sides = sidesOf(account);
  const { id } = sides.organization;
  if (id.state !== 'present') return undefined;
  const own = id.value;
  const text = policyTexts(account, question);
  const others = [...new Set([stranger, ...(text.match(/\bo-[a-z0-9]{4,32}\b/g) ?? [])])];
  const questions = [
    { ...question, without: [...(question.without ?? []), ...keys] },
    ...others.filter((one) => one !== own).map((one) => memberOf(one, question, text)),
  ];
  const found = questions.flatMap((one) => account.whoCan(one).reaches);
  const names = new Set(named.map(({ subject }) => subject.name));
  const kept = found.filter(({ subject }) => names.has(subject.name));
  return (subject) => {
    const same = kept.filter((one) => one.subject.name === subject.name);
    const sure = same.find(({ answer }) => answer.is === 'yes');
    return sure === undefined ? same.slice(0, 1) : [sure];
  };
}

/** All that resource policies say on the way, and those of the organisation. */
function policyTexts(account: Account, question: ReachQuestion): string {
  const sides = sidesOf(account);
  const layers = askPlaces(account, question).places.flatMap(({ place }) =>
    neededOf(account, question, place).list.flatMap(({ place: { side } }) => {
      const { resource, bucketBehind } = sides.ofResource(side);
      return [resource, ...(bucketBehind ? [bucketBehind] : [])];
    }),
  );
  const all = [...layers, ...(sides.ofOrganization.rcp ?? [])];
  return JSON.stringify(
    all.flatMap(({ allows, denies }) => [...allows, ...denies].map((one) => one.statement)),
  );
}

const keys = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'];

/** An organisation that nobody names. */
const stranger = 'o-leastwise0stranger';

/** Asked by a member of another organisation, in every place there that the policies name. */
function memberOf(id: string, question: ReachQuestion, text: string): ReachQuestion {
  const paths = [...text.matchAll(new RegExp(`${id}/[^"]*`, 'g'))].map(([path]) =>
    path.replaceAll('*', '').replaceAll('?', 'x'),
  );
  const context = {
    'aws:PrincipalOrgID': id,
    'aws:PrincipalOrgPaths': [`${id}/r-strange/`, ...paths],
  };
  return { ...question, context: { ...question.context, ...context } };
}
