import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { OperationId } from '../../src/collect/call/sdk.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { AnyRule } from '../../src/rule/rule.ts';
import type { Fault } from '../../src/sandbox/fault.ts';
import type { LoggedCall } from '../../src/sandbox/respond.ts';
import type { World } from '../../src/sandbox/world.ts';
import { captureWorld, type CaptureOptions } from './capture-world.ts';
import { collectorsOf, describeFaults } from './fault-case.ts';
import { inventions, lostIn, type Lost } from './fault-laws.ts';
import {
  declaredKinds,
  judge,
  judgeSingly,
  statusesOf,
  type Judgement,
  type Judgements,
} from './rule-inputs.ts';
import type { SampleAccount } from './sample-account.ts';
import { overlaid } from './snapshot-part.ts';
import { inTurn, lookingOnlyAt } from './taking-turns.ts';
import { UnreadMatters } from './unread-matters.ts';
import { expectNoFalseVerdict, expectUnsettled } from './verdict-laws.ts';

/** An account as it is, and what the rules say of it. */
export interface FaultSubject {
  readonly world: World;
  readonly inputs: Inputs;
  readonly rules: readonly AnyRule[];
  readonly truth: Snapshot;
  readonly judgements: Judgements;
  readonly calls: readonly LoggedCall[];
  /** How it is captured, soundly and with faults. */
  readonly options: CaptureOptions;
  /** Rules by what they looked at: a kind, `kind id` or `kind id field`. */
  readonly readers: ReadonlyMap<string, ReadonlySet<AnyRule>>;
  /** Ids of rules that looked at more than they say: those that ask the engine. */
  readonly asking: ReadonlySet<string>;
  /** For accounts that are judged singly. */
  readonly matters: UnreadMatters | undefined;
  /** The rules that were concerned, by what was lost. */
  readonly judged: Map<string, ReadonlySet<string>>;
  /** The fields and lists of which some were lost together when rules that ask judged it. */
  readonly asked: Set<string>;
}

export type OperationFault = Fault & { readonly operation: OperationId };

export interface Trial {
  /** Of the kinds that the operations concern; the error that ended the capture instead. */
  readonly snapshot: Snapshot | Error;
  readonly calls: readonly LoggedCall[];
  /** Rules that would have looked at something that was not read. */
  readonly concerned: ReadonlySet<string>;
  /** For messages. */
  readonly what: string;
}

/**
 * `other`: for a small account, of which every record is judged every time, an account to take values
 * from. Of a large one, rules that ask the engine judge some records, others every time.
 */
export async function faultSubject(
  { world, inputs }: SampleAccount,
  rules: readonly AnyRule[],
  { other, ...options }: CaptureOptions & { readonly other?: Snapshot },
): Promise<FaultSubject> {
  const { snapshot: truth, calls } = await captureWorld(world, options);
  if (truth instanceof Error) throw truth;
  const scene = { snapshot: truth, inputs };
  const judgements = other === undefined ? judge(rules, scene) : judgeSingly(rules, scene);
  const matters = other && new UnreadMatters(scene, other, judgements);
  const all = [...judgements.values()];
  const asking = new Set(all.filter(looksFurther).map(({ rule }) => rule.id));
  const readers = readersOf(all);
  const subject = { world, inputs, rules, truth, judgements, calls, options };
  return { ...subject, readers, asking, matters, judged: new Map(), asked: new Set() };
}

function looksFurther({ rule, kinds }: Judgement): boolean {
  const declared = declaredKinds(rule);
  return kinds.some((one) => !declared.includes(one));
}

function readersOf(judgements: readonly Judgement[]): ReadonlyMap<string, ReadonlySet<AnyRule>> {
  const readers = new Map<string, Set<AnyRule>>();
  for (const { rule, kinds, fields } of judgements) {
    const reads = fields.flatMap(({ kind, id, field }) => [
      `${kind} ${id}`,
      `${kind} ${id} ${field}`,
    ]);
    for (const read of [...kinds, ...reads]) {
      const ofRead = readers.get(read) ?? new Set();
      readers.set(read, ofRead.add(rule));
    }
  }
  return readers;
}

/**
 * Captures the subject with these faults, judges it, and holds what must hold whatever fails: the
 * snapshot says nothing that is not so, and no verdict is better than it should be.
 */
export async function tryFaults(
  subject: FaultSubject,
  faults: readonly OperationFault[],
  options: CaptureOptions = {},
): Promise<Trial> {
  const what = describeFaults(faults);
  const collectors = collectorsOf(...faults.map((one) => one.operation));
  const end = await captureWorld(subject.world, {
    ...subject.options,
    ...options,
    collectors,
    faults,
  });
  const { snapshot, calls } = end;
  expect(end.mutations, what).to.equal(0);
  if (snapshot instanceof Error) return { snapshot, calls, concerned: new Set(), what };
  expect(inventions(subject.truth, snapshot), what).to.deep.equal([]);
  return { snapshot, calls, concerned: judgeFaulty(subject, snapshot, what), what };
}

/**
 * The snapshot is the truth but for what was not read. So rules that looked at none of that are left
 * out, and what another fault took away in the same way is not judged again.
 */
function judgeFaulty(subject: FaultSubject, part: Snapshot, what: string): ReadonlySet<string> {
  const { truth, judged } = subject;
  const snapshot = overlaid(truth, part);
  const lost = lostIn(truth, snapshot);
  const key = lost.map(({ read, why }) => `${read} ${why}`).join('\n');
  const known = judged.get(key) ?? holdLaws(subject, { snapshot, lost, key }, what);
  judged.set(key, known);
  return known;
}

interface Faulty {
  readonly snapshot: Snapshot;
  readonly lost: readonly Lost[];
  readonly key: string;
}

function holdLaws(
  subject: FaultSubject,
  { snapshot, lost, key }: Faulty,
  what: string,
): ReadonlySet<string> {
  const { truth, inputs, judgements, readers, asking, matters } = subject;
  const concerned = new Set(lost.flatMap(({ read }) => [...(readers.get(read) ?? [])]));
  const rules = isAskedAgain(subject, lost)
    ? [...concerned].filter(({ id }) => !asking.has(id))
    : [...concerned];
  const turn = createHash('sha256').update(key).digest().readUInt16BE();
  const tried = rules.map((rule) => {
    const all = [...judgements].filter(([, one]) => one.rule === rule);
    const isShort = matters === undefined && asking.has(rule.id);
    const records = all.map(([, one]) => one);
    const picked = isShort ? inTurn(records, turn) : records;
    return {
      rule: isShort ? lookingOnlyAt(rule, picked) : rule,
      sound: all.filter(([, one]) => picked.includes(one)),
      leftOut: all.flatMap(([one, record]) => (picked.includes(record) ? [] : [one])),
    };
  });
  const sound = new Map(tried.flatMap((one) => one.sound));
  const leftOut = new Set(tried.flatMap((one) => one.leftOut));
  const ran = statusesOf(
    tried.map(({ rule }) => rule),
    { snapshot, inputs },
  );
  const faulty = new Map([...ran].filter(([one]) => !leftOut.has(one)));
  expectNoFalseVerdict(sound, faulty, what);
  return expectUnsettled(sound, faulty, { snapshot, truth, what, asking, matters });
}

/** Of a large account the engine is asked once without these fields and lists, wherever they are. */
function isAskedAgain({ matters, asked }: FaultSubject, lost: readonly Lost[]): boolean {
  if (matters !== undefined) return false;
  const names = new Set(lost.map(({ read }) => read.replace(/ .* /s, '.').replace(/ .*$/s, '')));
  const key = [...names].sort().join();
  const again = asked.has(key);
  asked.add(key);
  return again;
}

/** Whether the fault can have struck: as many calls as it waits for were made. */
export function struck({ calls }: Pick<Trial, 'calls'>, fault: OperationFault): boolean {
  const matching = calls.filter(
    (call) =>
      call.operation === fault.operation &&
      (fault.region === undefined || call.region === fault.region) &&
      (fault.resource === undefined || call.resource === fault.resource),
  );
  return matching.length >= Math.min(...(fault.nth ?? [1]));
}
