import { expect } from 'chai';
import { canonicalJson } from '../../src/model/canonical.ts';
import { isUnread, notCollected, type Observed, type Unread } from '../../src/model/observed.ts';
import { kindFields, kinds, type Kind, type Resource } from '../../src/model/resource.ts';
import type { Status } from '../../src/model/record.ts';
import type { Snapshot, Universe } from '../../src/model/snapshot.ts';
import { kindsOf } from '../../src/rule/rule.ts';
import { statusOf, noCounts } from '../../src/rule/tally.ts';
import type { Judgement, Judgements } from './rule-inputs.ts';

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

/** Calls that gave no answer, by the coverage. */
export function failedCalls(snapshot: Snapshot, operation: string): number {
  return snapshot.calls
    .filter((one) => one.operation === operation)
    .flatMap((one) => Object.entries(one.failures))
    .reduce((sum, [state, count]) => (state === 'absent' ? sum : sum + count), 0);
}

/** Held for every fault: verdicts only ever become unknown, and none is lost in silence. */
export function expectNoFalseVerdict(sound: Judgements, faulty: Judgements, what: string): void {
  for (const [key, { status }] of faulty) {
    if (status !== 'unknown') expect(sound.get(key)?.status, `${what}: ${key}`).to.equal(status);
  }
  const statuses = ruleStatuses(faulty);
  for (const [key, { rule }] of sound) {
    if (faulty.has(key)) continue;
    expect(statuses.get(rule.id)?.has('unknown'), `${what}: ${key} is gone`).to.equal(true);
  }
}

/**
 * A record that rests on something `snapshot` could not read may not hold, nor may its rule. Gives
 * the rules that were concerned.
 */
export function expectUnsettled(
  sound: Judgements,
  faulty: Judgements,
  {
    snapshot,
    truth,
    what,
  }: { readonly snapshot: Snapshot; readonly truth: Snapshot; what: string },
): ReadonlySet<string> {
  const statuses = ruleStatuses(faulty);
  const concerned = new Set<string>();
  for (const [key, judgement] of sound) {
    const { rule, kinds: lists, resource } = judgement;
    const brokenField = hasBrokenField(judgement, { snapshot, truth });
    const isResource = kindsOf(rule).some((kind) => snapshotHas(truth, kind, resource));
    const brokenList = lists.some(
      (kind) => (isResource || kindsOf(rule).includes(kind)) && isOpen(snapshot, kind),
    );
    if (brokenField) expect(holds(faulty.get(key)?.status), `${what}: ${key}`).to.equal(false);
    if (!brokenField && !brokenList) continue;
    concerned.add(rule.id);
    const status = worst(statuses.get(rule.id));
    expect(holds(status), `${what}: ${rule.id} is ${status}`).to.equal(false);
  }
  return concerned;
}

function holds(status: Status | undefined): boolean {
  return status === 'pass' || status === 'not-applicable';
}

function hasBrokenField(
  { fields }: Judgement,
  { snapshot, truth }: { readonly snapshot: Snapshot; readonly truth: Snapshot },
): boolean {
  return fields.some(({ kind, id, field }) => {
    const sound = indexOf(truth, kind).get(id);
    if (sound === undefined || isUnread(fieldOf(sound, field))) return false;
    const faulty = indexOf(snapshot, kind).get(id);
    return faulty === undefined || isUnread(fieldOf(faulty, field));
  });
}

function snapshotHas(snapshot: Snapshot, kind: Kind, id: string): boolean {
  return indexOf(snapshot, kind).has(id);
}

function isOpen(snapshot: Snapshot, kind: Kind): boolean {
  return snapshot.universes.some((one) => one.kind === kind && one.end !== 'complete');
}

function ruleStatuses(judgements: Judgements): ReadonlyMap<string, ReadonlySet<Status>> {
  const statuses = new Map<string, Set<Status>>();
  for (const { rule, status } of judgements.values()) {
    statuses.set(rule.id, (statuses.get(rule.id) ?? new Set()).add(status));
  }
  return statuses;
}

/** As the tally has it. */
function worst(statuses: ReadonlySet<Status> = new Set()): Status {
  const counts = noCounts();
  for (const status of statuses) counts[status] = 1;
  return statusOf(counts);
}

type AnyFields = Readonly<Record<string, Observed<unknown>>>;

function fieldsOf(resource: Resource): readonly (readonly [string, Observed<unknown>])[] {
  return Object.keys(kindFields[resource.kind]).map((name) => [name, fieldOf(resource, name)]);
}

function fieldOf(resource: Resource, name: string): Observed<unknown> {
  // Every field of a kind is observed.
  const field = (resource as unknown as AnyFields)[name];
  if (field === undefined) throw new Error(`${resource.kind} has no ${name}`);
  return field;
}

const indexes = new WeakMap<Snapshot, Map<Kind, ReadonlyMap<string, Resource>>>();

function indexOf(snapshot: Snapshot, kind: Kind): ReadonlyMap<string, Resource> {
  const byKind = indexes.get(snapshot) ?? new Map<Kind, ReadonlyMap<string, Resource>>();
  indexes.set(snapshot, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const resources = snapshot.resources(kind) as readonly Resource[];
  const index = new Map(resources.map((one) => [one.id, one]));
  byKind.set(kind, index);
  return index;
}
