import type { Missing } from '../../../model/verdict.ts';
import { globCovers } from '../../../policy/glob.ts';
import type { Account } from '../../account.ts';
import { settledWorks, type SettledUse, type SettledWork } from '../../lineage/settled-works.ts';
import { worksOf } from '../../lineage/works-of.ts';
import { isPersona } from '../../persona/persona-of.ts';
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
  targets: (account) => {
    const works = settledWorks(account);
    const writers = writersOf(works);
    return {
      list: works.filter(({ live }) => live).flatMap((work) => targetsOf(account, work, writers)),
      missing: missingCode(account),
    };
  },
};

interface Writer {
  readonly place: string;
  /** ARN of the role by which it is written. */
  readonly role: string;
}

/** What jobs write, by their roles: the weights that a training job leaves are its work. */
function writersOf(works: readonly SettledWork[]): readonly Writer[] {
  return works.flatMap(({ role, uses }) =>
    role === undefined
      ? []
      : uses.filter(({ how }) => how === 'writes').map(({ place }) => ({ place, role })),
  );
}

/**
 * Whose work it is to write there: of roles whose jobs do, and of declared publishers of images and
 * pipelines of code.
 */
function worker(
  account: Account,
  use: SettledUse,
  writers: readonly Writer[],
): (arn: string) => boolean {
  const roles = writers.filter(({ place }) => globCovers(place, use.place)).map(({ role }) => role);
  const persona = use.class === 'image' ? 'imagePublisher' : 'pipeline';
  return (arn) =>
    roles.includes(arn) || (use.class !== 'modelWeights' && isPersona(account, persona, arn));
}

function targetsOf(
  account: Account,
  { role, subject, uses }: SettledWork,
  writers: readonly Writer[],
): readonly Target[] {
  if (role === undefined) return [];
  return codeOf(uses).map((use) => ({
    to: role,
    through: subject.id,
    words: `replaces ${use.uri}, which ${nameOf(subject.id)} runs by`,
    needs: [writeNeed(use)],
    isWorkOf: worker(account, use, writers),
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
