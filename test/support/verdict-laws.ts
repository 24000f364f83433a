import { expect } from 'chai';
import { isUnread } from '../../src/model/observed.ts';
import type { Status } from '../../src/model/record.ts';
import type { Kind } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { kindsOf } from '../../src/rule/rule.ts';
import { noCounts, statusOf } from '../../src/rule/tally.ts';
import { ruleOf, type Judgement, type Judgements, type Statuses } from './rule-inputs.ts';
import { fieldOf, indexOf } from './snapshot-fields.ts';
import type { UnreadMatters } from './unread-matters.ts';
import type { ReadField } from './watched-account.ts';

/** Held for every fault: verdicts only ever become unknown, and none is lost in silence. */
export function expectNoFalseVerdict(sound: Judgements, faulty: Statuses, what: string): void {
  for (const [key, status] of faulty) {
    if (status !== 'unknown') expect(sound.get(key)?.status, `${what}: ${key}`).to.equal(status);
  }
  const statuses = ruleStatuses(faulty);
  for (const [key, { rule }] of sound) {
    if (faulty.has(key)) continue;
    expect(statuses.get(rule.id)?.has('unknown'), `${what}: ${key} is gone`).to.equal(true);
  }
}

export interface Struck {
  readonly truth: Snapshot;
  /** `truth` with what was not read. */
  readonly snapshot: Snapshot;
  readonly what: string;
  /** Rules that ask the engine, which reads more than its answer rests on. */
  readonly asking: ReadonlySet<string>;
  /** Undefined: of those rules nothing more is held. */
  readonly matters: UnreadMatters | undefined;
}

/**
 * A record that rests on something `snapshot` could not read may not hold, nor may its rule; what the
 * engine read for it may be anything at all where it holds. Gives the rules that were concerned.
 */
export function expectUnsettled(
  sound: Judgements,
  faulty: Statuses,
  struck: Struck,
): ReadonlySet<string> {
  const { snapshot, truth, what, asking, matters } = struck;
  const statuses = ruleStatuses(faulty);
  const concerned = new Set<string>();
  for (const [key, judgement] of sound) {
    const { rule, kinds, resource } = judgement;
    const status = worst(statuses.get(rule.id));
    const fields = brokenFields(judgement, struck);
    const isResource = kindsOf(rule).some((kind) => indexOf(truth, kind).has(resource));
    const lists = kinds.filter(
      (kind) => (isResource || kindsOf(rule).includes(kind)) && isOpen(snapshot, kind),
    );
    if (asking.has(rule.id)) {
      if (!holds(status)) concerned.add(rule.id);
      if (matters === undefined) continue;
      if (holds(faulty.get(key))) {
        expect(mattering(key, fields, { matters, struck }), `${what}: ${key}`).to.be.empty;
      }
      if (!holds(status)) continue;
      const short = lists.filter((kind) => failsWithMore(matters, kind, rule.id));
      expect(short, `${what}: ${rule.id} is ${status}`).to.be.empty;
      continue;
    }
    if (fields.length > 0) expect(holds(faulty.get(key)), `${what}: ${key}`).to.equal(false);
    if (fields.length + lists.length === 0) continue;
    concerned.add(rule.id);
    expect(holds(status), `${what}: ${rule.id} is ${status}`).to.equal(false);
  }
  return concerned;
}

/** The fields for some value of which the record would fail. */
function mattering(
  key: string,
  fields: readonly ReadField[],
  { matters, struck }: { readonly matters: UnreadMatters; readonly struck: Struck },
): readonly string[] {
  const names = new Map(fields.map((one) => [`${one.kind}.${one.field}`, one]));
  return [...names].flatMap(([name, { kind, field }]) => {
    const all = [...indexOf(struck.truth, kind).keys()];
    // Whatever changes nothing when it changes everywhere is not tried one by one.
    if (!matters.failing(kind, field, new Set(all)).has(key)) return [];
    const ids = all.filter((id) => isBroken({ kind, id, field }, struck));
    return matters.failing(kind, field, new Set(ids)).has(key) ? [name] : [];
  });
}

function failsWithMore(matters: UnreadMatters, kind: Kind, rule: string): boolean {
  return [...matters.failingWithMore(kind)].some((key) => ruleOf(key) === rule);
}

function holds(status: Status | undefined): boolean {
  return status === 'pass' || status === 'not-applicable';
}

function brokenFields({ fields }: Judgement, struck: Struck): readonly ReadField[] {
  return fields.filter((one) => isBroken(one, struck));
}

function isBroken(
  { kind, id, field }: ReadField,
  { snapshot, truth }: Pick<Struck, 'snapshot' | 'truth'>,
): boolean {
  const sound = indexOf(truth, kind).get(id);
  if (sound === undefined || isUnread(fieldOf(sound, field))) return false;
  const faulty = indexOf(snapshot, kind).get(id);
  return faulty === undefined || isUnread(fieldOf(faulty, field));
}

function isOpen(snapshot: Snapshot, kind: Kind): boolean {
  return snapshot.universes.some((one) => one.kind === kind && one.end !== 'complete');
}

function ruleStatuses(statuses: Statuses): ReadonlyMap<string, ReadonlySet<Status>> {
  const byRule = new Map<string, Set<Status>>();
  for (const [key, status] of statuses) {
    const rule = ruleOf(key);
    byRule.set(rule, (byRule.get(rule) ?? new Set()).add(status));
  }
  return byRule;
}

/** As the tally has it. */
function worst(statuses: ReadonlySet<Status> = new Set()): Status {
  const counts = noCounts();
  for (const status of statuses) counts[status] = 1;
  return statusOf(counts);
}
