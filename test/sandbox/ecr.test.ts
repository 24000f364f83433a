import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetRegistryPolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-ecr';
import { expect } from 'chai';
import { accountId, region } from '../support/build.ts';
import { failureOf, sandboxAccount, sandboxRepository, serve } from '../support/world.ts';

const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] };
const arn = `arn:aws:ecr:${region}:${accountId}:repository/fraud/train`;
const registry = {
  policy,
  repositories: [
    sandboxRepository('fraud/train', {
      policy,
      tags: { team: 'ml' },
      detail: { createdAt: 1_735_689_600, imageTagMutability: 'IMMUTABLE' },
    }),
    sandboxRepository('serve'),
  ],
};

function ecr(parts: Parameters<typeof sandboxAccount>[0] = { registry }): ECRClient {
  return new ECRClient(serve([sandboxAccount(parts)]).client);
}

describe('ECR in the sandbox', () => {
  it('lists repositories in pages', async () => {
    const first = await ecr().send(new DescribeRepositoriesCommand({ maxResults: 1 }));
    expect(first.repositories).to.deep.equal([
      {
        repositoryArn: arn,
        repositoryName: 'fraud/train',
        createdAt: new Date('2025-01-01T00:00:00Z'),
        imageTagMutability: 'IMMUTABLE',
      },
    ]);
    const { nextToken } = first;
    const second = await ecr().send(new DescribeRepositoriesCommand({ maxResults: 1, nextToken }));
    expect(second.nextToken).to.equal(undefined);
    expect(second.repositories?.map((one) => one.repositoryName)).to.deep.equal(['serve']);
  });

  it('describes repositories by name', async () => {
    const describe = (...repositoryNames: string[]) =>
      ecr().send(new DescribeRepositoriesCommand({ repositoryNames }));
    const { repositories } = await describe('serve');
    expect(repositories).to.have.length(1);
    expect(await failureOf(describe('none'))).to.include({ code: 'RepositoryNotFoundException' });
  });

  it('gives the policy of a repository, or says that it has none or is none', async () => {
    const get = (repositoryName: string) =>
      ecr().send(new GetRepositoryPolicyCommand({ repositoryName }));
    expect((await get('fraud/train')).policyText).to.equal(JSON.stringify(policy));
    const without = await failureOf(get('serve'));
    expect(without).to.include({ code: 'RepositoryPolicyNotFoundException', status: 400 });
    expect(await failureOf(get('none'))).to.include({ code: 'RepositoryNotFoundException' });
  });

  it('gives the policy of the registry, or says that it has none', async () => {
    const get = (client: ECRClient) => client.send(new GetRegistryPolicyCommand({}));
    expect((await get(ecr())).policyText).to.equal(JSON.stringify(policy));
    const without = await failureOf(get(ecr({})));
    expect(without).to.include({ code: 'RegistryPolicyNotFoundException' });
  });

  it('lists tags by ARN', async () => {
    const { tags } = await ecr().send(new ListTagsForResourceCommand({ resourceArn: arn }));
    expect(tags).to.deep.equal([{ Key: 'team', Value: 'ml' }]);
  });
});
