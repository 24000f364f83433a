import type { Bucket } from '@aws-sdk/client-s3';
import type { Observed } from '../../model/observed.ts';
import { everyField, type Identity } from '../../model/resource.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { IncompleteReply, observe } from '../reply/observe.ts';
import { isoDate, listed, replyField } from '../reply/reply.ts';
import { bucketSettingOperations, readBucketSettings } from './bucket-setting.ts';
import { universe } from '../universe.ts';

const list = 's3:ListBuckets';
const locate = 's3:GetBucketLocation';

/** Buckets of all regions with every setting; each is read in its own region. */
export const s3BucketCollector: Collector = {
  name: 's3.bucket',
  kinds: ['s3.bucket'],
  scope: 'global',
  operations: {
    [list]: 's3:ListAllMyBuckets',
    [locate]: 's3:GetBucketLocation',
    ...bucketSettingOperations,
  },
  collect: (aws, sink) =>
    universe(sink, { kind: 's3.bucket', region: 'global' }, async () => {
      // S3 refuses the call without a page size where the account may have over 10,000 buckets.
      for await (const page of aws.pages(list, { MaxBuckets: 10_000 }, paging.continuation)) {
        const buckets = listed(page.Buckets, list, 'Buckets').map((bucket) => ({
          ...bucket,
          Name: listed(bucket.Name, list, 'bucket Name'),
        }));
        await aws.each(buckets, (bucket) => collectBucket(aws, sink, bucket));
      }
    }),
};

interface NamedBucket extends Bucket {
  readonly Name: string;
}

async function collectBucket(aws: Aws, sink: Sink, bucket: NamedBucket): Promise<void> {
  const { Name: name } = bucket;
  const createdAt = replyField(list, () => isoDate(bucket.CreationDate, 'CreationDate'));
  const region = await regionOf(aws, bucket);
  if (region.state !== 'present') {
    const everything = everyField('s3.bucket', region);
    sink.resource({ ...identity(aws, name, 'global'), ...everything, createdAt });
    return;
  }
  const settings = await readBucketSettings(aws.in(region.value), name);
  sink.resource({ ...identity(aws, name, region.value), ...settings, createdAt });
}

function identity(aws: Aws, name: string, region: string): Identity<'s3.bucket'> {
  const id = `arn:${aws.partition}:s3:::${name}`;
  return { kind: 's3.bucket', id, name, account: aws.account, region };
}

/** Asked for only where the list does not say it (older endpoints do not). */
async function regionOf(
  aws: Aws,
  bucket: NamedBucket,
): Promise<Observed<never> | { state: 'present'; value: string }> {
  if (bucket.BucketRegion !== undefined) return { state: 'present', value: bucket.BucketRegion };
  const input = { Bucket: bucket.Name, ExpectedBucketOwner: aws.account };
  const region = await observe(aws, locate, input, ({ LocationConstraint: place }) => {
    if (place === 'EU') return 'eu-west-1';
    if (place !== undefined && (place as string) !== '') return place;
    // The oldest region has no name here; other partitions always give one.
    if (aws.partition === 'aws') return 'us-east-1';
    throw new IncompleteReply('LocationConstraint');
  });
  return region;
}
