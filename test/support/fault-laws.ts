import { canonicalJson } from '../../src/model/canonical.ts';
import { isUnread, notCollected, type Observed, type Unread } from '../../src/model/observed.ts';
import { kinds, type Resource } from '../../src/model/resource.ts';
import type { Snapshot, Universe } from '../../src/model/snapshot.ts';
import { fieldOf, fieldsOf, indexOf } from './snapshot-fields.ts';

/** What the snapshot says that is not so: a field, a resource, or that there is no other. */
export function inventions(truth: Snapshot, faulty: Snapshot): readonly string[] {
  return faulty.manifest.kinds.flatMap((kind) => [
    ...faulty.resources(kind).flatMap((one) => inventedFields(truth, one)),
    ...faulty.universes
      .filter((one) => one.kind === kind && one.end === 'complete')
      .filter((one) => canonicalJson(idsIn(truth, one)) !== canonicalJson(idsIn(faulty, one)))
      .map((one) => `${kind} in ${one.region} is complete`),
  ]);
}

function inventedFields(truth: Snapshot, resource: Resource): readonly string[] {
  const { kind, id } = resource;
  const sound = indexOf(truth, kind).get(id);
  if (sound === undefined) return [`${kind} ${id}`];
  return fieldsOf(resource)
    .filter(([name, state]) => !isUnread(state) && !isSame(state, fieldOf(sound, name)))
    .filter(([name]) => !isSwitchedOff(fieldOf(sound, name)))
    .map(([name, state]) => `${kind} ${id} ${name} is ${canonicalJson(state)}`);
}

/** The ACL of such a bucket is asked for only when its ownership could not be read. */
function isSwitchedOff(state: Observed<unknown>): boolean {
  return state.state === 'unsupported' && state.code === 'BucketOwnerEnforced';
}

function isSame(a: Observed<unknown>, b: Observed<unknown> | undefined): boolean {
  return a === b || (b !== undefined && canonicalJson(a) === canonicalJson(b));
}

function idsIn(snapshot: Snapshot, { kind, region }: Universe): readonly string[] {
  return snapshot
    .resources(kind)
    .filter((one) => region === 'global' || one.region === region)
    .map((one) => one.id);
}

export interface Gap {
  /** E.g. `all kms.key in eu-west-1`, or `policy of s3.bucket arn:aws:s3:::models`. */
  readonly what: string;
  readonly region: string;
  /** Undefined: a list, not a field. */
  readonly id?: string;
  readonly why: Unread;
}

/** Lists that did not end well, and fields that were not read. */
export function gapsIn(snapshot: Snapshot): readonly Gap[] {
  const lists = snapshot.universes
    .filter((one) => one.end !== 'complete')
    .map(({ kind, region, end, problem }) => {
      return { what: `all ${kind} in ${region}`, region, why: problem ?? notCollected(end) };
    });
  const all = kinds.flatMap((kind) => snapshot.resources(kind) as readonly Resource[]);
  const fields = all.flatMap((one) =>
    fieldsOf(one).flatMap(([name, state]): readonly Gap[] => {
      const { kind, id, region } = one;
      return isUnread(state) ? [{ what: `${name} of ${kind} ${id}`, region, id, why: state }] : [];
    }),
  );
  return [...lists, ...fields];
}

/** Those that the truth has not. */
export function newGaps(truth: Snapshot, faulty: Snapshot): readonly Gap[] {
  const known = new Set(gapsIn(truth).map((one) => one.what));
  return gapsIn(faulty).filter((one) => !known.has(one.what));
}

/** What the truth has and `faulty` could not read: as it is noted of a rule that reads it. */
export function lostIn(truth: Snapshot, faulty: Snapshot): readonly Lost[] {
  const lists = faulty.universes.filter((one) => one.end !== 'complete');
  const open = lists.map(({ kind, end }): Lost => ({ read: kind, why: end }));
  const all = kinds.flatMap((kind) => truth.resources(kind) as readonly Resource[]);
  return [...open, ...all.flatMap((one) => lostOf(one, faulty))];
}

export interface Lost {
  /** A kind, `kind id` or `kind id field`. */
  readonly read: string;
  /** Rules cannot tell more. */
  readonly why: string;
}

function lostOf(sound: Resource, snapshot: Snapshot): readonly Lost[] {
  const { kind, id } = sound;
  const faulty = indexOf(snapshot, kind).get(id);
  if (faulty === sound) return [];
  if (faulty === undefined) return [{ read: `${kind} ${id}`, why: 'missing' }];
  return fieldsOf(faulty).flatMap(([name, state]): readonly Lost[] =>
    isUnread(state) && !isUnread(fieldOf(sound, name))
      ? [{ read: `${kind} ${id} ${name}`, why: state.state }]
      : [],
  );
}

/** Calls that gave no answer, by the coverage. */
export function failedCalls(snapshot: Snapshot, operation: string): number {
  return snapshot.calls
    .filter((one) => one.operation === operation)
    .flatMap((one) => Object.entries(one.failures))
    .reduce((sum, [state, count]) => (state === 'absent' ? sum : sum + count), 0);
}
