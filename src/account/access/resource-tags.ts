import { isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { ResourceSide } from './resource-policies.ts';

/** What conditions on aws:ResourceTag see of a resource's tags. */
export function resourceTags({ bucket, key, role }: ResourceSide): Tags | 'unknown' {
  if (key !== undefined) return tagsOf(key.tags);
  if (role !== undefined) return tagsOf(role.tags);
  if (bucket === undefined) return 'unknown';
  // A bucket's tags count only where attribute-based access control is switched on.
  if (isUnread(bucket.abac)) return 'unknown';
  const counts = bucket.abac.state === 'present' && bucket.abac.value === 'Enabled';
  return counts ? tagsOf(bucket.tags) : {};
}

export function tagsOf(observed: Observed<Tags>): Tags | 'unknown' {
  if (isUnread(observed)) return 'unknown';
  return observed.state === 'present' ? observed.value : {};
}
