import type { Collector } from '../collector.ts';
import { observe } from '../reply/observe.ts';
import { publicAccessBlockOf } from './public-access-block.ts';
import { universe } from '../universe.ts';

const call = 's3control:GetPublicAccessBlock';

/** S3's settings for the whole account: one resource, whatever can be read of it. */
export const s3AccountCollector: Collector = {
  name: 's3.account',
  kinds: ['s3.account'],
  scope: 'global',
  operations: { [call]: 's3:GetAccountPublicAccessBlock' },
  collect: (aws, sink) =>
    universe(sink, { kind: 's3.account', region: 'global' }, async () => {
      const publicAccessBlock = await observe(
        aws,
        call,
        { AccountId: aws.account },
        (reply) => publicAccessBlockOf(reply.PublicAccessBlockConfiguration),
        { absent: ['NoSuchPublicAccessBlockConfiguration'], listed: false },
      );
      sink.resource({
        kind: 's3.account',
        // The settings have no ARN of their own; they are the account's.
        id: `arn:${aws.partition}:iam::${aws.account}:root`,
        name: aws.account,
        account: aws.account,
        region: 'global',
        publicAccessBlock,
      });
    }),
};
