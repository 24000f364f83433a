import type { Repository } from '@aws-sdk/client-ecr';
import type { Observed } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { RepositoryEncryption } from '../../model/resource/ecr.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observedPolicyText } from '../reply/policy-text.ts';
import { isoDate, listed, replyField } from '../reply/reply.ts';
import { tagsOf } from '../reply/tag-map.ts';
import { universe } from '../universe.ts';

const list = 'ecr:DescribeRepositories';
const getPolicy = 'ecr:GetRepositoryPolicy';
const listTags = 'ecr:ListTagsForResource';

/** Private repositories of container images. */
export const ecrRepositoryCollector: Collector = {
  name: 'ecr.repository',
  kinds: ['ecr.repository'],
  scope: 'regional',
  operations: { [list]: list, [getPolicy]: getPolicy, [listTags]: listTags },
  collect: (aws, sink) =>
    universe(sink, { kind: 'ecr.repository', region: aws.region }, async () => {
      for await (const page of aws.pages(list, { maxResults: 1000 }, paging.ecr)) {
        const repositories = listed(page.repositories, list, 'repositories').map((one) => ({
          ...one,
          repositoryArn: listed(one.repositoryArn, list, 'repositoryArn'),
          repositoryName: listed(one.repositoryName, list, 'repositoryName'),
        }));
        await aws.each(repositories, (one) => collectRepository(aws, sink, one));
      }
    }),
};

interface NamedRepository extends Repository {
  readonly repositoryArn: string;
  readonly repositoryName: string;
}

async function collectRepository(aws: Aws, sink: Sink, found: NamedRepository): Promise<void> {
  const { repositoryArn: id, repositoryName: name } = found;
  const [policy, tags] = await Promise.all([readPolicy(aws, name), readTags(aws, id)]);
  sink.resource({
    kind: 'ecr.repository',
    id,
    name,
    account: aws.account,
    region: aws.region,
    createdAt: replyField(list, () => isoDate(found.createdAt, 'createdAt')),
    uri: replyField(list, () => required(found.repositoryUri, 'repositoryUri')),
    policy,
    imageTagMutability: replyField(list, () =>
      required(found.imageTagMutability, 'imageTagMutability'),
    ),
    encryption: replyField(list, () => encryptionOf(found)),
    scanOnPush: replyField(list, () =>
      required(found.imageScanningConfiguration?.scanOnPush, 'scanOnPush'),
    ),
    tags,
  });
}

async function readPolicy(aws: Aws, repositoryName: string): Promise<Observed<PolicyText>> {
  const input = { repositoryName };
  const text = await observe(
    aws,
    getPolicy,
    input,
    (reply) => required(reply.policyText, 'policyText'),
    { absent: ['RepositoryPolicyNotFoundException'] },
  );
  return observedPolicyText(text, getPolicy);
}

function readTags(aws: Aws, resourceArn: string): Promise<Observed<Tags>> {
  return observe(aws, listTags, { resourceArn }, (reply) => tagsOf(required(reply.tags, 'tags')));
}

function encryptionOf({ encryptionConfiguration: given }: Repository): RepositoryEncryption {
  return {
    type: required(given?.encryptionType, 'encryptionType'),
    key: given?.kmsKey ?? null,
  };
}
