import type { Account } from '../account.ts';
import { globMatches } from '../../policy/glob.ts';
import { isFixed, mayMean, patternParts } from './arn-pattern.ts';

/** Services whose resources hold artifacts, with some for values that leave all open. */
const examples = {
  s3: ['s3:::elsewhere', 's3:::elsewhere/*'],
  kms: ['kms:us-east-1:999900009999:key/elsewhere'],
  ecr: ['ecr:us-east-1:999900009999:repository/*'],
} as const;

type Fenced = keyof typeof examples;

export const fencedServices = ['s3', 'kms', 'ecr'] as const satisfies readonly Fenced[];

/** What requests carry for a resource of an account that is nobody's in particular. */
export const elsewhere = {
  'aws:ResourceAccount': '999900009999',
  'aws:ResourceOrgID': 'o-elsewhere9',
  'aws:ResourceOrgPaths': ['o-elsewhere9/r-else/'],
};

/**
 * Patterns of resources of another account that a value of `Resource` fits although it does not name
 * that account. None if it names the account; or the bucket, since the ARN of a bucket has no account.
 */
export function foreignPlaces(
  { id, partition }: Pick<Account, 'id' | 'partition'>,
  value: string,
  service: Fenced,
): readonly string[] {
  if (!mayMean(value, `arn:*:${service}:*:*:*`)) return [];
  const parts = patternParts(value, id);
  if (parts === undefined) return examples[service].map((one) => `arn:${partition}:${one}`);
  const [, , , region = '', owner = '', resource = ''] = parts;
  if (service === 's3' && owner === '') return foreignObjects(partition, resource);
  if (isFixed(owner)) return [];
  // Wildcards for region and account also stand for none, as in the ARN of a bucket.
  const isBucket = service === 's3' && [region, owner].every((one) => globMatches(one, ''));
  const objects = isBucket ? foreignObjects(partition, resource) : [];
  const place = isFixed(region) ? region : 'us-east-1';
  const account = elsewhere['aws:ResourceAccount'];
  // A wildcard for keys would mean those of the snapshot.
  const named = service === 'kms' ? filled(resource) : resource;
  return [...objects, `arn:${partition}:${service}:${place}:${account}:${named}`];
}

/** A name that ends in a wildcard means buckets and their objects. */
function foreignObjects(partition: string, resource: string): readonly string[] {
  const [bucket = '', ...key] = resource.split('/');
  if (isFixed(bucket)) return [];
  const start = `arn:${partition}:s3:::${filled(bucket)}`;
  if (key.length > 0) return [`${start}/${key.join('/')}`];
  return bucket.endsWith('*') ? [start, `${start}/*`] : [start];
}

function filled(pattern: string): string {
  return pattern.replaceAll(/\*+/g, 'elsewhere').replaceAll('?', 'e');
}
