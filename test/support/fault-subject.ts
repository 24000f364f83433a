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
import { expectNoFalseVerdict, expectUnsettled, inventions } from './fault-laws.ts';
import { judge, type Judgements } from './rule-inputs.ts';
import type { SampleAccount } from './sample-account.ts';
import { overlaid } from './snapshot-part.ts';

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

export async function faultSubject(
  { world, inputs }: SampleAccount,
  rules: readonly AnyRule[],
  options: CaptureOptions,
): Promise<FaultSubject> {
  const { snapshot: truth, calls } = await captureWorld(world, options);
  if (truth instanceof Error) throw truth;
  const judgements = judge(rules, { snapshot: truth, inputs });
  return { world, inputs, rules, truth, judgements, calls, options };
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

function judgeFaulty(subject: FaultSubject, part: Snapshot, what: string): ReadonlySet<string> {
  const { truth, inputs } = subject;
  const snapshot = overlaid(truth, part);
  const rules = rulesAbout(subject, part);
  const ids = new Set(rules.map((one) => one.id));
  const sound = new Map([...subject.judgements].filter(([, one]) => ids.has(one.rule.id)));
  const faulty = judge(rules, { snapshot, inputs });
  expectNoFalseVerdict(sound, faulty, what);
  return expectUnsettled(sound, faulty, { snapshot, truth, what });
}

/** The rules that look at a kind of the part; of the others nothing can have changed. */
function rulesAbout({ rules, judgements }: FaultSubject, part: Snapshot): readonly AnyRule[] {
  const about = new Set(
    [...judgements.values()]
      .filter(({ kinds, fields }) =>
        [...kinds, ...fields.map((one) => one.kind)].some((kind) =>
          part.manifest.kinds.includes(kind),
        ),
      )
      .map((one) => one.rule.id),
  );
  return rules.filter((one) => about.has(one.id));
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
