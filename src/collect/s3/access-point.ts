import type { Observed } from '../../model/observed.ts';
import type { Fields } from '../../model/resource.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observedPolicyText } from '../reply/policy-text.ts';
import { publicAccessBlockOf } from './public-access-block.ts';
import { fieldOf, listed } from '../reply/reply.ts';
import type { Output } from '../call/sdk.ts';
import { universe } from '../universe.ts';

const list = 's3control:ListAccessPoints';
const get = 's3control:GetAccessPoint';
const getPolicy = 's3control:GetAccessPointPolicy';
const getStatus = 's3control:GetAccessPointPolicyStatus';
const noPolicy = { absent: ['NoSuchAccessPointPolicy'] };

/** Access points: side doors to buckets, each with a policy of its own. */
export const s3AccessPointCollector: Collector = {
  name: 's3.access-point',
  kinds: ['s3.access-point'],
  scope: 'regional',
  operations: {
    [list]: 's3:ListAccessPoints',
    [get]: 's3:GetAccessPoint',
    [getPolicy]: 's3:GetAccessPointPolicy',
    [getStatus]: 's3:GetAccessPointPolicyStatus',
  },
  collect: (aws, sink) =>
    universe(sink, { kind: 's3.access-point', region: aws.region }, async () => {
      const input = { AccountId: aws.account, MaxResults: 1000 };
      for await (const page of aws.pages(list, input, paging.nextToken)) {
        const points = listed(page.AccessPointList, list, 'AccessPointList').map((point) => ({
          name: listed(point.Name, list, 'access point Name'),
          arn: point.AccessPointArn,
        }));
        await aws.each(points, (point) => collectPoint(aws, sink, point));
      }
    }),
};

interface ListedPoint {
  readonly name: string;
  readonly arn: string | undefined;
}

async function collectPoint(aws: Aws, sink: Sink, { name, arn }: ListedPoint): Promise<void> {
  const { account, partition, region } = aws;
  const id = arn ?? `arn:${partition}:s3:${region}:${account}:accesspoint/${name}`;
  const fields = await readPoint(aws, name);
  sink.resource({ kind: 's3.access-point', id, name, account, region, ...fields });
}

async function readPoint(aws: Aws, name: string): Promise<Fields<'s3.access-point'>> {
  const input = { AccountId: aws.account, Name: name };
  const [detail, policy, policyStatus] = await Promise.all([
    observe(aws, get, input, (reply) => reply),
    observe(aws, getPolicy, input, (reply) => required(reply.Policy, 'Policy'), noPolicy),
    observe(aws, getStatus, input, readStatus, noPolicy),
  ]);
  const field = <T>(read: (reply: Output<typeof get>) => T) => fieldOf(detail, get, read);
  return {
    bucket: field((reply) => required(reply.Bucket, 'Bucket')),
    bucketAccount: field((reply) => required(reply.BucketAccountId, 'BucketAccountId')),
    networkOrigin: field((reply) => required(reply.NetworkOrigin, 'NetworkOrigin')),
    vpc: vpcOf(detail),
    publicAccessBlock: field((reply) => publicAccessBlockOf(reply.PublicAccessBlockConfiguration)),
    policy: observedPolicyText(policy, getPolicy),
    policyStatus,
  };
}

function readStatus(reply: Output<typeof getStatus>): { isPublic: boolean } {
  return { isPublic: required(reply.PolicyStatus?.IsPublic, 'PolicyStatus.IsPublic') };
}

/** Only an access point of a VPC has one, and such a one always has. */
function vpcOf(detail: Observed<Output<typeof get>>): Observed<string> {
  return fieldOf(detail, get, (reply) =>
    reply.NetworkOrigin === 'Internet'
      ? undefined
      : required(reply.VpcConfiguration?.VpcId, 'VpcConfiguration.VpcId'),
  );
}
