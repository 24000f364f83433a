import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Account } from '../account.ts';
import { globCovers } from '../../policy/glob.ts';
import { declaredPlaces } from './declared-places.ts';
import { PrefixPlaces } from './prefix-places.ts';
import type { PlaceUse, Work } from './work.ts';
import { worksOf } from './works-of.ts';

/** A use whose class is known; undefined for inference data that is no artifact. */
export interface SettledUse extends Omit<PlaceUse, 'class'> {
  readonly class: ArtifactClass | undefined;
}

export interface SettledWork extends Omit<Work, 'uses'> {
  readonly uses: readonly SettledUse[];
}

const known = new WeakMap<Account, readonly SettledWork[]>();

/**
 * The works of an account with every use in its class. Data that a job reads or writes is, in this
 * order,
 * - of the class that the user declares for the place;
 * - model weights, a report or code, if it lies where SageMaker's objects say that such lies: the
 *   archive of a model, the folder of a training job, the metrics of a model package;
 * - a report, if it is written to a folder in which metrics of a model package lie;
 * - model weights, if it is read from the very path that training writes to;
 * - training data otherwise: features and other data made of data are there to learn from.
 * What models are asked and answer (input and output of batch transforms, captured requests) is an
 * artifact only where one of these but the last says so, or training reads the place, too.
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

type Classifier = (use: PlaceUse) => ArtifactClass | undefined;

function classifier(account: Account, uses: readonly PlaceUse[]): Classifier {
  const explained = once(explainer(account, uses));
  const data = uses.filter((use) => use.class === 'data' && explained(use) === undefined);
  const learnt = new PrefixPlaces(
    [...data, ...uses.filter((use) => use.class === 'trainingData')].map(({ place }) => place),
  );
  return (use) => {
    switch (use.class) {
      case 'data':
        return explained(use) ?? 'trainingData';
      case 'inferenceData':
        return (
          explained(use) ?? (learnt.around(use.place) === undefined ? undefined : 'trainingData')
        );
      default:
        return use.class;
    }
  };
}

/** Says what class is more than data at a place. */
function explainer(account: Account, uses: readonly PlaceUse[]): Classifier {
  const declared = declaredPlaces(account);
  const settled = settledFolders(uses);
  const reports = uses.filter((use) => use.class === 'report');
  const reportFolders = new Set(reports.flatMap((use) => ancestors(folderOf(use))[0] ?? []));
  const trained = uses.filter((use) => use.class === 'modelWeights' && use.how === 'writes');
  const trainingOutputs = new Set(trained.map(folderOf));
  return (use) => {
    const named = declared.find(({ place }) => globCovers(place, use.place));
    if (named !== undefined) return named.class;
    const folder = folderOf(use);
    const inside = [folder, ...ancestors(folder)].find((one) => settled.has(one));
    if (inside !== undefined) return settled.get(inside);
    if (use.how === 'writes') return reportFolders.has(folder) ? 'report' : undefined;
    return trainingOutputs.has(folder) ? 'modelWeights' : undefined;
  };
}

/** Asks once for each place: many jobs share it. */
function once(classOf: Classifier): Classifier {
  const decided = new Map<string, ArtifactClass | undefined>();
  return (use) => {
    const key = `${use.how} ${use.uri}`;
    if (!decided.has(key)) decided.set(key, classOf(use));
    return decided.get(key);
  };
}

/** Where one object is told to be of two classes, the first of these counts. */
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
