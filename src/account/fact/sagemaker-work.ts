import { actionsOf } from '../../facts/action-facts.ts';
import type { Account } from '../account.ts';
import { touchesAction } from './action-match.ts';
import { principalGrants, type Holder } from './principal-grants.ts';

/** Every action of SageMaker that makes, changes or invokes something. */
function work(): readonly string[] {
  return [...actionsOf('sagemaker').values()]
    .map(({ action }) => action)
    .filter((action) => /^sagemaker:(Create|Update|Invoke)/.test(action));
}

/** What resource policies of SageMaker can give, which are those of groups of model packages. */
const byResource = /^sagemaker:(Create|Update)ModelPackage/;

/**
 * The actions by which a principal may work in SageMaker: those that an Allow of its own touches, or
 * a resource policy may give; all of them where a policy of its own is not known.
 */
export function sageMakerWork(account: Account, holder: Holder): readonly string[] {
  const { policies, missing } = principalGrants(account, holder);
  if (missing.length > 0) return work();
  const allows = policies.flatMap(({ policy }) =>
    policy.statements.filter(({ effect }) => effect === 'Allow'),
  );
  return work().filter(
    (action) => byResource.test(action) || allows.some((one) => touchesAction(one.action, action)),
  );
}
