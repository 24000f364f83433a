import type { Missing } from '../../../model/verdict.ts';
import type { Account } from '../../account.ts';
import { settledWorks, type SettledUse, type SettledWork } from '../../lineage/settled-works.ts';
import { worksOf } from '../../lineage/works-of.ts';
import { nameOf } from '../name-of.ts';
import type { Need } from '../need.ts';
import type { Path, Target } from '../path.ts';

/**
 * Code, weights (their formats carry code) and images that something live runs: whoever can replace
 * them runs his own by its role, at the next start of a container.
 */
export const writeCode: Path = {
  code: 'ESC-12',
  gates: [],
  targets: (account) => ({
    list: settledWorks(account)
      .filter(({ live }) => live)
      .flatMap(targetsOf),
    missing: missingCode(account),
  }),
};

function targetsOf({ role, subject, uses }: SettledWork): readonly Target[] {
  if (role === undefined) return [];
  return codeOf(uses).map((use) => ({
    to: role,
    through: subject.id,
    words: `replaces ${use.uri}, which ${nameOf(subject.id)} runs by`,
    needs: [writeNeed(use)],
  }));
}

/** What runs and can be replaced where it lies: an image by its digest cannot. */
export function codeOf(uses: readonly SettledUse[]): readonly SettledUse[] {
  const runs = uses.filter(
    (use) => use.how === 'runs' || (use.how === 'reads' && use.class === 'modelWeights'),
  );
  const replaceable = runs.filter(({ uri, class: of }) => of !== 'image' || !uri.includes('@'));
  return [...new Map(replaceable.map((use) => [use.place, use])).values()];
}

export function writeNeed({ class: of, place }: SettledUse): Need {
  return { action: of === 'image' ? 'ecr:PutImage' : 's3:PutObject', on: place };
}

/** What may hide code that runs, or the role by which. */
export function missingCode(account: Account): readonly Missing[] {
  return worksOf(account).holes.map(({ missing }) => missing);
}
