import type { Account } from '../account.ts';
import { declaredPlaces } from './declared-places.ts';
import { lineageGaps } from './lineage-gaps.ts';
import { whatRoleDoes } from './what-role-does.ts';
import type { Missing } from '../../model/verdict.ts';

export interface RolePlaces {
  /** ARN patterns of objects, those behind an access point by its ARN too. */
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
  const places = [...objects, ...objects.flatMap((one) => behindPoints(account, one))];
  return { places, missing: lineageGaps(account) };
}

function behindPoints(account: Account, place: string): readonly string[] {
  const [, name = '', key = ''] = /^arn:[^:]*:s3:::([^/]*)\/(.*)$/s.exec(place) ?? [];
  return account
    .all('s3.access-point')
    .filter(({ bucket }) => bucket.state === 'present' && bucket.value === name)
    .map(({ id }) => `${id}/object/${key}`);
}
