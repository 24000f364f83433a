import { isJsonObject, type JsonValue } from '../model/json.ts';
import type { PrincipalElement } from '../model/policy.ts';
import type { Place } from './oddity.ts';
import { readList } from './read-list.ts';

const members = {
  AWS: 'aws',
  Service: 'service',
  Federated: 'federated',
  CanonicalUser: 'canonicalUser',
} as const;

/** `Principal` (or `NotPrincipal`): the bare `"*"`, or lists by type of principal. */
export function parsePrincipal(value: JsonValue, not: boolean, place: Place): PrincipalElement {
  const lists = {
    aws: [] as readonly string[],
    service: [] as readonly string[],
    federated: [] as readonly string[],
    canonicalUser: [] as readonly string[],
  };
  if (value === '*') return { not, everyone: true, ...lists };
  if (!isJsonObject(value)) {
    place.odd('neither "*" nor a JSON object');
    return { not, everyone: false, ...lists };
  }
  if (Object.keys(value).length === 0) place.odd('no principal');
  for (const [type, names] of Object.entries(value)) {
    const here = place.in(type);
    if (!isMember(type)) here.odd('unknown type of principal');
    else lists[members[type]] = readNames(names, here);
  }
  return { not, everyone: false, ...lists };
}

/** AWS takes no wildcard for a part of a principal: `*` stands alone or not at all. */
function readNames(names: JsonValue, place: Place): readonly string[] {
  const list = readList(names, place);
  if (list.some((name) => name !== '*' && /[*?]/.test(name))) {
    place.odd('a wildcard in part of a principal');
  }
  return list;
}

function isMember(type: string): type is keyof typeof members {
  return Object.hasOwn(members, type);
}
