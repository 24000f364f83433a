import type { Aws, Collector, Sink } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { fieldOf, listed } from '../reply/reply.ts';
import type { Output } from '../call/sdk.ts';
import { tagsOf } from '../reply/tag-map.ts';
import { universe } from '../universe.ts';

const list = 'iam:ListOpenIDConnectProviders';
const get = 'iam:GetOpenIDConnectProvider';

/** OpenID Connect providers that roles may trust. */
export const iamOidcProviderCollector: Collector = {
  name: 'iam.oidc-provider',
  kinds: ['iam.oidc-provider'],
  scope: 'global',
  operations: { [list]: list, [get]: get },
  collect: (aws, sink) =>
    universe(sink, { kind: 'iam.oidc-provider', region: 'global' }, async () => {
      // The list has no pages.
      const { OpenIDConnectProviderList: providers } = await aws.call(list, {});
      const arns = listed(providers, list, 'OpenIDConnectProviderList').map((provider) =>
        listed(provider.Arn, list, 'Arn'),
      );
      await aws.each(arns, (arn) => collectProvider(aws, sink, arn));
    }),
};

async function collectProvider(aws: Aws, sink: Sink, arn: string): Promise<void> {
  const input = { OpenIDConnectProviderArn: arn };
  const reply = await observe(aws, get, input, (output) => output);
  const field = <T>(read: (output: Output<typeof get>) => T) => fieldOf(reply, get, read);
  sink.resource({
    kind: 'iam.oidc-provider',
    id: arn,
    name: arn.slice(arn.indexOf('/') + 1),
    account: aws.account,
    region: 'global',
    url: field((output) => required(output.Url, 'Url')),
    clientIds: field((output) => required(output.ClientIDList, 'ClientIDList')),
    thumbprints: field((output) => required(output.ThumbprintList, 'ThumbprintList')),
    // IAM leaves the member out where there are no tags.
    tags: field((output) => tagsOf(output.Tags ?? [])),
  });
}
