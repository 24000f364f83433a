import { isJsonObject } from '../model/json.ts';
import { isUnread, type Observed } from '../model/observed.ts';
import { isKind, type Kind, type Resource } from '../model/resource.ts';
import { UnknownError } from './unknown-error.ts';

/**
 * What `expect` was given, as a resource of one of the kinds that a matcher is about.
 *
 * @throws TypeError for anything else: `not.to.be.public` must not hold of nothing at all.
 */
export function subjectOf<K extends Kind>(
  value: unknown,
  matcher: string,
  kinds: readonly K[],
): Resource<K> {
  const kind = isJsonObject(value) ? value['kind'] : undefined;
  if (typeof kind === 'string' && isKind(kind) && (kinds as readonly Kind[]).includes(kind)) {
    return value as unknown as Resource<K>; // its kind was just looked at
  }
  const got = typeof kind === 'string' ? kind : typeof value;
  throw new TypeError(`${matcher} is about ${kinds.join(', ')}, but got ${got}`);
}

/** The value of a field, null where there is none; throws `UnknownError` if it was not read. */
export function read<T>(
  resource: { readonly id: string },
  field: string,
  observed: Observed<T>,
): T | null {
  if (isUnread(observed))
    throw new UnknownError({ what: `${field} of ${resource.id}`, why: observed });
  return observed.state === 'present' ? observed.value : null;
}
