import type { ArtifactClass } from '../../model/artifact-class.ts';
import { isUnread, notCollected, type Observed, type Unread } from '../../model/observed.ts';
import type { Kind, Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Purpose } from './execution.ts';
import { imagePlace } from './image-place.ts';
import { s3Place, type Extent } from './s3-place.ts';
import type { Hole, PlaceUse, Work, Works } from './work.ts';

/** Reads one resource's fields into uses of places, and keeps what could not be told. */
export interface WorkReader<K extends Kind = Kind> {
  readonly account: Account;
  readonly subject: Resource<K>;
  /** The value of a field, or undefined where there is none; what was not read leaves a hole. */
  readonly read: <T>(
    name: string,
    observed: Observed<T>,
    ...tells: readonly Telling[]
  ) => T | undefined;
  /** The place of an URI; none for no URI, and a hole for one that cannot be placed. */
  readonly place: (use: UriUse) => readonly PlaceUse[];
  /** The repository of an image. */
  readonly image: (uri: string | null | undefined) => readonly PlaceUse[];
  readonly hole: (missing: Missing, ...tells: readonly Telling[]) => void;
}

export interface UriUse {
  readonly class: PlaceUse['class'];
  readonly uri: string | null | undefined;
  readonly how: PlaceUse['how'];
  /** A prefix unless told. */
  readonly extent?: Extent;
  /** See `PlaceUse`. */
  readonly settles?: string | undefined;
}

/** What a field tells of, for the hole that it leaves when it was not read. */
export type Telling = 'role' | PlaceUse['class'];

/** The work that one resource tells of, with the holes in what was read of it. */
export function readWork<K extends Kind>(
  account: Account,
  { subject, purposes }: { readonly subject: Resource<K>; readonly purposes: readonly Purpose[] },
  work: (reader: WorkReader<K>) => readonly Work[],
): Works {
  const unread: UnreadField[] = [];
  const holes: Hole[] = [];
  const hole: WorkReader['hole'] = (missing, ...tells) => {
    holes.push({ missing, classes: classesOf(tells), purposes });
  };
  const placed = (use: UriUse, place: (uri: string) => string | undefined) => {
    const { class: of, uri, how, settles } = use;
    if (uri === null || uri === undefined) return [];
    const found = place(uri);
    if (found !== undefined)
      return [{ class: of, uri, how, place: found, ...(settles && { settles }) }];
    hole({ what: `the place of ${uri} (${subject.id})`, why: unplaced }, of);
    return [];
  };
  const list = work({
    account,
    subject,
    hole,
    read: (name, observed, ...tells) => {
      if (isUnread(observed)) unread.push({ name, why: observed, tells });
      return observed.state === 'present' ? observed.value : undefined;
    },
    place: (use) => placed(use, (uri) => s3Place(account, uri, use.extent ?? 'prefix')),
    image: (image) =>
      placed({ class: 'image', uri: image, how: 'runs' }, (uri) => imagePlace(account, uri)),
  });
  return { list, holes: [...holes, ...unreadHoles(subject.id, unread, purposes)] };
}

/** Why a part of a field is missing that was not always read. */
export const olderSnapshot = notCollected('the snapshot is of a version that did not read it');

const unplaced = notCollected('it does not say which bucket or ECR repository that is');

interface UnreadField {
  readonly name: string;
  readonly why: Unread;
  readonly tells: readonly Telling[];
}

/** One hole for all fields that went unread for the same reason. */
function unreadHoles(
  id: string,
  unread: readonly UnreadField[],
  purposes: readonly Purpose[],
): readonly Hole[] {
  const reasons = new Map(unread.map(({ why }) => [JSON.stringify(why), why]));
  return [...reasons].map(([text, why]) => {
    const fields = unread.filter((one) => JSON.stringify(one.why) === text);
    const what = `${fields.map(({ name }) => name).join(', ')} of ${id}`;
    const classes = classesOf(fields.flatMap(({ tells }) => tells));
    return { missing: { what, why }, classes, purposes };
  });
}

/** Data may turn out to be of any class that lies in S3; a role is missing in every use. */
function classesOf(tells: readonly Telling[]): readonly ArtifactClass[] {
  const classes = tells.flatMap((one): readonly ArtifactClass[] => {
    switch (one) {
      case 'role':
        return [];
      case 'data':
      case 'inferenceData':
        return ['trainingData', 'modelWeights', 'report', 'code'];
      default:
        return [one];
    }
  });
  return [...new Set(classes)];
}
