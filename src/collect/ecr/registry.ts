import type { Collector } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observedPolicyText } from '../reply/policy-text.ts';
import { universe } from '../universe.ts';

const call = 'ecr:GetRegistryPolicy';

/** The account's registry in a region: it is always there, with or without a policy. */
export const ecrRegistryCollector: Collector = {
  name: 'ecr.registry',
  kinds: ['ecr.registry'],
  scope: 'regional',
  operations: { [call]: call },
  collect: (aws, sink) =>
    universe(sink, { kind: 'ecr.registry', region: aws.region }, async () => {
      const { account, partition, region } = aws;
      const text = await observe(
        aws,
        call,
        {},
        (reply) => required(reply.policyText, 'policyText'),
        {
          absent: ['RegistryPolicyNotFoundException'],
          listed: false,
        },
      );
      sink.resource({
        kind: 'ecr.registry',
        // AWS gives it no ARN of its own.
        id: `arn:${partition}:ecr:${region}:${account}:registry`,
        name: account,
        account,
        region,
        policy: observedPolicyText(text, call),
      });
    }),
};
