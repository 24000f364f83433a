import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Account } from '../account.ts';
import type { ResourceSide } from './resource-policies.ts';
import { observedPolicy, unreadPolicy, unreadText } from './sourced-policy.ts';

/**
 * A repository of the account. ECR enforces the policy of the registry in all requests (ECR User
 * Guide, Private registry permissions): it may allow and may deny, as the repository's own may.
 * `own` is the side of a resource that has no policy.
 */
export function repositorySide(
  account: Account,
  resource: string,
  own: ResourceSide,
): ResourceSide {
  const repository = account.find('ecr.repository', resource);
  const registry = registryPolicy(account, own.region);
  const above = registry && { above: registry };
  if (repository !== undefined) {
    const name = `repository policy of ${repository.name}`;
    return { ...own, policy: observedPolicy(name, repository.policy), ...above };
  }
  const [gap] = account.gaps('ecr.repository', own.region);
  const why = gap === undefined ? 'not in the snapshot' : unreadText(gap.why);
  return { ...own, policy: unreadPolicy(`the policy of ${resource}`, why), ...above };
}

function registryPolicy(account: Account, region: string): SourcedPolicy | undefined {
  const registry = account.all('ecr.registry').find((one) => one.region === region);
  const name = `registry policy of ${region}`;
  if (registry !== undefined) return observedPolicy(name, registry.policy);
  const [gap] = account.gaps('ecr.registry', region);
  return unreadPolicy(name, gap === undefined ? 'not in the snapshot' : unreadText(gap.why));
}
