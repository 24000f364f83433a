import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Account } from '../account.ts';
import { globCovers } from '../../policy/glob.ts';
import { declaredPlaces } from './declared-places.ts';
import type { PlaceUse, Work } from './work.ts';
import { worksOf } from './works-of.ts';

/** A use whose class is known. */
export type SettledUse = PlaceUse & { readonly class: ArtifactClass };

export interface SettledWork extends Work {
  readonly uses: readonly SettledUse[];
}

const known = new WeakMap<Account, readonly SettledWork[]>();

/**
 * The works of an account with every use of data in its class. Data that a job reads or writes is,
 * in this order,
 * - of the class that the user declares for the place;
 * - model weights, a report or code, if it lies where SageMaker's objects say that such lies: the
 *   archive of a model, the folder of a training job, the metrics of a model package;
 * - a report, if it is written to a folder in which metrics of a model package lie;
 * - model weights, if it is read from the very path that training writes to;
 * - training data otherwise: what is made of data (features, predictions, captured requests) tells
 *   as much as the data.
 * Where one object is told to be of two classes, the first of weights, report and code counts.
 */
export function settledWorks(account: Account): readonly SettledWork[] {
  const works = known.get(account) ?? settle(account);
  known.set(account, works);
  return works;
}

function settle(account: Account): readonly SettledWork[] {
  const { list } = worksOf(account);
  const classOf = classifier(
    account,
    list.flatMap(({ uses }) => uses),
  );
  return list.map((work) => ({
    ...work,
    uses: work.uses.map((use) => ({ ...use, class: classOf(use) })),
  }));
}

function classifier(account: Account, uses: readonly PlaceUse[]): (use: PlaceUse) => ArtifactClass {
  const declared = declaredPlaces(account);
  const settled = settledFolders(uses);
  const reportFolders = new Set(
    uses
      .filter((use) => use.class === 'report')
      .flatMap((use) => ancestors(folderOf(use))[0] ?? []),
  );
  const trainingOutputs = new Set(
    uses.filter((use) => use.class === 'modelWeights' && use.how === 'writes').map(folderOf),
  );
  const decide = (use: PlaceUse): ArtifactClass => {
    const named = declared.find(({ place }) => globCovers(place, use.place));
    if (named !== undefined) return named.class;
    const folder = folderOf(use);
    const inside = [folder, ...ancestors(folder)].find((one) => settled.has(one));
    if (inside !== undefined) return settled.get(inside) ?? 'trainingData';
    if (use.how === 'writes') return reportFolders.has(folder) ? 'report' : 'trainingData';
    return trainingOutputs.has(folder) ? 'modelWeights' : 'trainingData';
  };
  const decided = new Map<string, ArtifactClass>();
  return (use) => {
    if (use.class !== 'data') return use.class;
    const key = `${use.how} ${use.uri}`;
    const of = decided.get(key) ?? decide(use);
    decided.set(key, of);
    return of;
  };
}

const order = ['modelWeights', 'report', 'code'] as const;

function settledFolders(uses: readonly PlaceUse[]): ReadonlyMap<string, ArtifactClass> {
  const folders = new Map<string, ArtifactClass>();
  for (const of of order) {
    for (const use of uses) {
      if (use.class !== of || use.settles === undefined) continue;
      const folder = withoutSlash(use.settles);
      if (!folders.has(folder)) folders.set(folder, of);
    }
  }
  return folders;
}

function folderOf({ uri }: PlaceUse): string {
  return withoutSlash(uri);
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}

/** The folders above, from the nearest; never the bucket itself. */
function ancestors(uri: string): readonly string[] {
  const parts = uri.split('/');
  return parts.slice(4).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
