import type { Account } from '../account/account.ts';
import type { Executions, Purpose } from '../account/lineage/execution.ts';
import { executionsOf } from '../account/lineage/executions-of.ts';
import { worksOf } from '../account/lineage/works-of.ts';
import { globMatches } from '../policy/glob.ts';

/** What SageMaker does for these purposes; `named`: patterns of names, empty for all. */
export function executedWork(
  account: Account,
  { purposes, named }: { readonly purposes: readonly Purpose[]; readonly named: readonly string[] },
): Executions {
  const list = executionsOf(account).list.filter(
    ({ purpose, name }) =>
      purposes.includes(purpose) &&
      (named.length === 0 || named.some((pattern) => globMatches(pattern, name))),
  );
  // What is not known of a space says nothing of training jobs.
  const missing = worksOf(account)
    .holes.filter((hole) => hole.purposes.some((purpose) => purposes.includes(purpose)))
    .map((hole) => hole.missing);
  return { list, missing };
}
