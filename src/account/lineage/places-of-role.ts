import { isUnread } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { declaredPlaces } from './declared-places.ts';
import { lineageGaps } from './lineage-gaps.ts';
import { whatRoleDoes } from './what-role-does.ts';

export interface RolePlaces {
  /** ARN patterns of objects. */
  readonly places: readonly string[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}

/** Where objects lie that SageMaker reads or writes by the role, and those that are declared. */
export function placesOfRole(account: Account, role: string): RolePlaces {
  const { list } = whatRoleDoes(account, role);
  const declared = declaredPlaces(account).map(({ place }) => place);
  const used = list.flatMap(({ reads, writes, runs }) => [...reads, ...writes, ...runs]);
  const objects = [...new Set([...declared, ...used])].filter((one) =>
    /^arn:[^:]*:s3:::/.test(one),
  );
  return { places: objects, missing: lineageGaps(account) };
}

/** The same places, and by what ARNs they are reached through access points. */
export function withAccessPoints(account: Account, { places, missing }: RolePlaces): RolePlaces {
  const unread = account
    .all('s3.access-point')
    .flatMap(({ id, bucket }) =>
      isUnread(bucket) ? [{ what: `bucket of ${id}`, why: bucket }] : [],
    );
  return {
    places: [...places, ...places.flatMap((one) => behindPoints(account, one))],
    missing: [...missing, ...unread, ...account.gaps('s3.access-point')],
  };
}

function behindPoints(account: Account, place: string): readonly string[] {
  const [, name = '', key = ''] = /^arn:[^:]*:s3:::([^/]*)\/(.*)$/s.exec(place) ?? [];
  return account
    .all('s3.access-point')
    .filter(({ bucket }) => bucket.state === 'present' && bucket.value === name)
    .map(({ id }) => `${id}/object/${key}`);
}
