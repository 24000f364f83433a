import { areasOf } from '../../reach/access/area.ts';
import { BeginningIndex } from '../../reach/access/beginning-index.ts';
import { letsNobodyIn } from '../../reach/access/out-of-reach.ts';
import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import type { Needed } from './needed.ts';
import { ownSubjects } from './own-subjects.ts';
import { Recent } from './recent.ts';
import type { Subject } from './reach-answer.ts';

const indexes = new WeakMap<Account, Recent<BeginningIndex>>();

/**
 * The account's principals of whom it is not clear at a glance that they cannot: all others are not
 * even looked at. In the order of `ownSubjects`.
 */
export function nearSubjects(account: Account, { action, place }: Needed): readonly Subject[] {
  const subjects = ownSubjects(account);
  if (place.side.account !== account.id) return subjects;
  const name = action.toLowerCase();
  const areas = areasOf(action, place.patterns);
  const { resource } = sidesOf(account).ofResource(place.side);
  const { settings } = place.side;
  if (!letsNobodyIn({ resource, settings, action: name, areas }, account.id)) return subjects;
  return indexOf(account, name)
    .near(areas)
    .flatMap((at) => subjects[at] ?? []);
}

function indexOf(account: Account, action: string): BeginningIndex {
  const ofAccount = indexes.get(account) ?? new Recent<BeginningIndex>(mostActions);
  indexes.set(account, ofAccount);
  const known = ofAccount.get(action);
  if (known !== undefined) return known;
  const index = makeIndex(account, action);
  ofAccount.set(action, index);
  return index;
}

/** Whoever asks for one action after the other needs no more. */
const mostActions = 50;

function makeIndex(account: Account, action: string): BeginningIndex {
  const sides = sidesOf(account);
  const index = new BeginningIndex();
  ownSubjects(account).forEach(({ sort, principal }, at) => {
    const { identity } = sides.ofPrincipal(sides.principal(principal));
    // The root user needs no policy.
    if (sort === 'root' || identity.unread.length > 0) index.add(at, 'any');
    for (const one of identity.allowing.of(action)) index.add(at, one);
  });
  return index;
}
