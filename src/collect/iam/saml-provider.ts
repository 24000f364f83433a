import { sha256 } from '../../model/canonical.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { fieldOf, isoDate, listed } from '../reply/reply.ts';
import type { Output } from '../call/sdk.ts';
import { tagsOf } from '../reply/tag-map.ts';
import { universe } from '../universe.ts';

const list = 'iam:ListSAMLProviders';
const get = 'iam:GetSAMLProvider';

/** SAML providers that roles may trust. */
export const iamSamlProviderCollector: Collector = {
  name: 'iam.saml-provider',
  kinds: ['iam.saml-provider'],
  scope: 'global',
  operations: { [list]: list, [get]: get },
  collect: (aws, sink) =>
    universe(sink, { kind: 'iam.saml-provider', region: 'global' }, async () => {
      // The list has no pages.
      const { SAMLProviderList: providers } = await aws.call(list, {});
      const arns = listed(providers, list, 'SAMLProviderList').map((provider) =>
        listed(provider.Arn, list, 'Arn'),
      );
      await aws.each(arns, (arn) => collectProvider(aws, sink, arn));
    }),
};

async function collectProvider(aws: Aws, sink: Sink, arn: string): Promise<void> {
  const reply = await observe(aws, get, { SAMLProviderArn: arn }, (output) => output);
  const field = <T>(read: (output: Output<typeof get>) => T) => fieldOf(reply, get, read);
  sink.resource({
    kind: 'iam.saml-provider',
    id: arn,
    name: arn.slice(arn.indexOf('/') + 1),
    account: aws.account,
    region: 'global',
    // The document holds the identity provider's certificates and addresses; a hash shows a change.
    metadataSha256: field((output) =>
      sha256(required(output.SAMLMetadataDocument, 'SAMLMetadataDocument')),
    ),
    validUntil: field((output) => isoDate(output.ValidUntil, 'ValidUntil')),
    // IAM leaves the member out where there are no tags.
    tags: field((output) => tagsOf(output.Tags ?? [])),
  });
}
