import type { Account } from '../account/account.ts';
import { accessMatrix, type AccessMatrix } from '../account/reach/matrix/access-matrix.ts';
import { missingSubjects } from '../account/reach/own-subjects.ts';
import { placesOf } from '../account/reach/places.ts';
import type { Missing } from '../model/verdict.ts';
import { eachOnce } from './reach-text.ts';

/** Who can and who may do an action to objects of a bucket: ARNs, sorted. */
export interface Access {
  readonly action: string;
  readonly yes: readonly string[];
  readonly may: readonly string[];
}

export interface BucketAccess {
  /** ARN. */
  readonly bucket: string;
  /** One for each action that was asked. */
  readonly access: readonly Access[];
}

/** The answer of `access-matrix`. */
export interface MatrixAnswer {
  readonly actions: readonly string[];
  /** How many roles and users were asked. */
  readonly principals: number;
  readonly buckets: readonly BucketAccess[];
  /** What keeps the lists of buckets, roles and users from being complete. */
  readonly missing: readonly Missing[];
}

/** Asks every action of every bucket; `say` is told before each action, which may take long. */
export function matrixAnswer(
  account: Account,
  actions: readonly string[],
  say: (text: string) => void,
): MatrixAnswer {
  const size = `${String(account.all('s3.bucket').length)} buckets`;
  const tables = actions.map((action, index) => {
    say(`${action} (${String(index + 1)} of ${String(actions.length)}) on ${size} ...`);
    return { action, matrix: accessMatrix(account, action) };
  });
  const [first] = tables;
  const buckets = (first?.matrix.buckets ?? []).map((bucket, column) => ({
    bucket,
    access: tables.map(({ action, matrix }) => ({ action, ...columnOf(matrix, column) })),
  }));
  return {
    actions,
    principals: first?.matrix.subjects.length ?? 0,
    buckets: buckets.sort((a, b) => (a.bucket < b.bucket ? -1 : 1)),
    missing: missingOf(account, actions),
  };
}

export function isCertain({ buckets, missing }: MatrixAnswer): boolean {
  return missing.length === 0 && buckets.every(({ access }) => access.every(hasNoDoubt));
}

export function hasNoDoubt({ may }: Access): boolean {
  return may.length === 0;
}

function columnOf(matrix: AccessMatrix, column: number): Omit<Access, 'action'> {
  const those = (wanted: 'yes' | 'may'): readonly string[] =>
    matrix.subjects
      .flatMap(({ name }, row) => (matrix.is(row, column) === wanted ? [name] : []))
      .sort();
  return { yes: those('yes'), may: those('may') };
}

/** Access points count, too: by one that was not read somebody may get at the objects. */
function missingOf(account: Account, actions: readonly string[]): readonly Missing[] {
  const everywhere = `arn:${account.partition}:s3:::*`;
  return eachOnce([
    ...actions.flatMap((action) => placesOf(account, everywhere, action).missing),
    ...missingSubjects(account),
  ]);
}
