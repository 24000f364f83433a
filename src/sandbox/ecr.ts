import { AwsError } from './aws-error.ts';
import { listIn, numberIn, tagList, textIn } from './input.ts';
import type { JsonObject } from '../model/json.ts';
import type { Call, Context, Operation, Operations } from './call.ts';
import type { SandboxRegistry, SandboxRepository } from './world.ts';

export const ecrOperations: Operations = {
  DescribeRepositories: { respond: describeRepositories, pages: true },
  GetRepositoryPolicy: aboutRepository('repositoryName', (call) => {
    const { detail, policy } = findRepository(call);
    const repositoryName = textIn(detail, 'repositoryName') ?? '';
    if (policy === undefined) {
      throw new AwsError(
        'RepositoryPolicyNotFoundException',
        `Repository policy does not exist for the repository with name '${repositoryName}' in the registry with id '${call.account.id}'`,
      );
    }
    return { ...registryId(call), repositoryName, policyText: JSON.stringify(policy) };
  }),
  ListTagsForResource: aboutRepository('resourceArn', (call) => ({
    tags: tagList(findRepository(call).tags),
  })),
  GetRegistryPolicy: {
    respond: (call) => {
      const { policy } = registryOf(call);
      if (policy !== undefined) return { ...registryId(call), policyText: JSON.stringify(policy) };
      throw new AwsError(
        'RegistryPolicyNotFoundException',
        `Registry policy does not exist in the registry with id '${call.account.id}'`,
      );
    },
  },
};

function aboutRepository(
  member: 'repositoryName' | 'resourceArn',
  respond: Operation['respond'],
): Operation {
  return { respond, resource: (input) => textIn(input, member), gone: noSuchRepository };
}

/** Asked for by name, ECR gives no pages. */
function describeRepositories(call: Call, context: Context): JsonObject {
  const names = listIn(call.input, 'repositoryNames').map(String);
  const all = registryOf(call).repositories;
  if (names.length > 0) {
    return { repositories: names.map((name) => repositoryNamed(call, name).detail) };
  }
  const page = context.paginate(
    all.map(({ detail }) => detail),
    { token: textIn(call.input, 'nextToken'), size: numberIn(call.input, 'maxResults') ?? 100 },
  );
  return {
    repositories: page.items,
    ...(page.next !== undefined && { nextToken: page.next }),
  };
}

function findRepository(call: Call): SandboxRepository {
  return repositoryNamed(call, wantedName(call));
}

function wantedName({ input }: Call): string {
  const arn = textIn(input, 'resourceArn');
  return textIn(input, 'repositoryName') ?? arn?.replace(/^.*?:repository\//, '') ?? '';
}

function repositoryNamed(call: Call, name: string): SandboxRepository {
  const found = registryOf(call).repositories.find(
    ({ detail }) => textIn(detail, 'repositoryName') === name,
  );
  if (found === undefined) throw noRepositoryNamed(call, name);
  return found;
}

function noSuchRepository(call: Call): AwsError {
  return noRepositoryNamed(call, wantedName(call));
}

function noRepositoryNamed({ account }: Call, name: string): AwsError {
  return new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${account.id}'`,
  );
}

function registryOf({ account, region }: Call): SandboxRegistry {
  return account.ecr.get(region) ?? { repositories: [] };
}

function registryId({ account }: Call): JsonObject {
  return { registryId: account.id };
}
