import { isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { ResourceSide } from './resource-policies.ts';

/** What conditions on aws:ResourceTag see of a resource's tags. */
export function resourceTags({ bucket, key, role, tagged }: ResourceSide): Tags | 'unknown' {
  if (key !== undefined) return tagsOf(key.tags);
  if (role !== undefined) return tagsOf(role.tags);
  if (tagged !== undefined) return tagsOf(tagged.tags);
  if (bucket === undefined) return 'unknown';
  // A bucket's tags count only where attribute-based access control is switched on.
  if (isUnread(bucket.abac)) return 'unknown';
  const counts = bucket.abac.state === 'present' && bucket.abac.value === 'Enabled';
  return counts ? tagsOf(bucket.tags) : {};
}

/** The beginnings of the keys that tell them: that of all services, and that of the resource's own. */
export function resourceTagKeys({ bucket, role, tagged }: ResourceSide): readonly string[] {
  const service = role === undefined ? tagged?.service : 'iam';
  return [
    'aws:ResourceTag/',
    ...(service === undefined ? [] : [`${service}:ResourceTag/`]),
    ...(bucket === undefined ? [] : ['s3:BucketTag/']),
  ];
}

export function tagsOf(observed: Observed<Tags>): Tags | 'unknown' {
  if (isUnread(observed)) return 'unknown';
  return observed.state === 'present' ? observed.value : {};
}
