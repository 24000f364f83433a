import type { Account } from '../account.ts';
import type { Execution, Executions } from './execution.ts';
import { settledWorks, type SettledUse, type SettledWork } from './settled-works.ts';
import { worksOf } from './works-of.ts';

const known = new WeakMap<Account, Executions>();

/**
 * Everything that SageMaker does by some role, and on what. A model is an execution of each endpoint
 * that serves it, by the endpoint's ARN; one that none serves is its own, and not live. Jobs count
 * as far back as the snapshot lists them.
 */
export function executionsOf(account: Account): Executions {
  const executions = known.get(account) ?? {
    list: listExecutions(settledWorks(account)),
    missing: worksOf(account)
      .holes.filter(({ purposes }) => purposes.length > 0)
      .map(({ missing }) => missing),
  };
  known.set(account, executions);
  return executions;
}

function listExecutions(works: readonly SettledWork[]): readonly Execution[] {
  const served = new Set(works.map(({ serves }) => serves));
  return works.filter(({ subject }) => !served.has(subject.id)).flatMap(executionOf);
}

/** Weights are read, and run as well: their formats carry code. */
function executionOf({ purpose, subject, role, live, uses }: SettledWork): readonly Execution[] {
  if (purpose === undefined || role === undefined) return [];
  const { id, kind, name } = subject;
  return [
    {
      role,
      purpose,
      resource: id,
      kind,
      name,
      live,
      reads: placesOf(uses, (use) => use.how !== 'writes' && use.class !== 'image'),
      writes: placesOf(uses, (use) => use.how === 'writes'),
      runs: placesOf(
        uses,
        (use) => use.how === 'runs' || (use.how === 'reads' && use.class === 'modelWeights'),
      ),
    },
  ];
}

function placesOf(
  uses: readonly SettledUse[],
  which: (use: SettledUse) => boolean,
): readonly string[] {
  return [...new Set(uses.filter(which).map(({ place }) => place))];
}
