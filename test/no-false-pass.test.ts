import { expect } from 'chai';
import { denialLayers } from '../src/model/observed.ts';
import fc from 'fast-check';
import { CredentialsRejected } from '../src/collect/call/call-error.ts';
import type { OperationId } from '../src/collect/call/sdk.ts';
import { UserError } from '../src/model/user-error.ts';
import { loadRules } from '../src/rule/load-suites.ts';
import { faultApplies } from '../src/sandbox/apply-fault.ts';
import type { FaultClass } from '../src/sandbox/fault.ts';
import type { LoggedCall } from '../src/sandbox/respond.ts';
import { compareSnapshots } from '../src/snapshot/compare.ts';
import { captureSound, captureWorld, type CaptureOptions } from './support/capture-world.ts';
import { classesOf, collectorsOf, isBootstrap, operations, passing } from './support/fault-case.ts';
import { failedCalls, gapsIn, newGaps } from './support/fault-laws.ts';
import {
  faultSubject,
  struck,
  tryFaults,
  type FaultSubject,
  type OperationFault,
  type Trial,
} from './support/fault-subject.ts';
import { statusesOf } from './support/rule-inputs.ts';
import { acmeMl, hardened } from './support/sample-account.ts';
import { overlaid, partOf } from './support/snapshot-part.ts';

// The first law, held against every operation and every way in which it can fail: through the real
// capture, over disk, with the shipped rules.

/** Of a list that every item has a page of its own. */
const singly: CaptureOptions = { pageSize: 1 };

/** Calls that only lists that tell less make needful. */
const modes: Partial<Record<OperationId, CaptureOptions>> = {
  'iam:GetPolicy': { terseLists: true },
  'iam:GetPolicyVersion': { terseLists: true },
  's3:GetBucketLocation': { terseLists: true },
};

let sound: FaultSubject;
let acme: FaultSubject;
/** Of the sound account, when its lists tell less. */
let terseCalls: readonly LoggedCall[];
const concerned = new Set<string>();

/** Every class for good, every layer of denial over all operations. */
function lastingFaults(operation: OperationId): readonly OperationFault[] {
  const layer = rotated(denialLayers, operation);
  const classes = classesOf(operation).map((one) => ({ class: one, operation }));
  return [...classes, { class: 'access-denied', operation, layer }];
}

/** For a large account: a denial, and one of the others. */
function fewerFaults(operation: OperationId): readonly OperationFault[] {
  const others = classesOf(operation).filter((one) => one !== 'access-denied');
  const [first = 'server-error', ...rest] = others;
  return (['access-denied', rotated([first, ...rest], operation)] as const).map((one) => ({
    class: one,
    operation,
  }));
}

/** Another one for each operation, so that all have their turn. */
function rotated<const T>(all: readonly [T, ...T[]], operation: OperationId): T {
  return all[operations.indexOf(operation) % all.length] ?? all[0];
}

/** Tries one fault and holds that it cannot be overlooked where it struck. */
async function expectVisible(
  subject: FaultSubject,
  fault: OperationFault,
  options: CaptureOptions = modes[fault.operation] ?? {},
): Promise<Trial> {
  const trial = await tryFaults(subject, [fault], options);
  const { snapshot, what } = trial;
  for (const rule of trial.concerned) concerned.add(rule);
  if (snapshot instanceof Error) {
    const rejected = fault.class === 'expired-token' && snapshot instanceof CredentialsRejected;
    const refused = isBootstrap(fault.operation) && snapshot instanceof UserError;
    expect(rejected || refused, `${what}: ${snapshot.stack ?? ''}`).to.equal(true);
  } else if (struck(trial, fault)) {
    expect(fault.class, what).not.to.equal('expired-token');
    expectSaid(subject, trial, fault);
  }
  return trial;
}

function expectSaid({ truth }: FaultSubject, trial: Trial, fault: OperationFault): void {
  const { snapshot, what } = trial;
  if (snapshot instanceof Error) throw snapshot;
  const gaps = newGaps(truth, snapshot);
  // Search only saves calls: without it every object is described, and the snapshot is the same.
  if (fault.operation === 'sagemaker:Search') {
    const failed = failedCalls(snapshot, fault.operation) > failedCalls(truth, fault.operation);
    expect(failed || fault.class === 'repeated-token', what).to.equal(true);
  } else {
    expect(gaps, what).not.to.be.empty;
  }
  if (fault.layer === undefined) return;
  for (const { why } of gaps) expect(why, what).to.include({ why: fault.layer });
}

async function expectHealed(subject: FaultSubject, fault: OperationFault): Promise<void> {
  const trial = await tryFaults(subject, [fault], modes[fault.operation]);
  const { snapshot, what } = trial;
  if (snapshot instanceof Error) throw snapshot;
  const expected = partOf(subject.truth, snapshot.manifest.kinds);
  expect(compareSnapshots(expected, snapshot), what).to.deep.equal([]);
  expect(newGaps(subject.truth, snapshot), what).to.be.empty;
}

describe('No false pass', function () {
  this.timeout(120_000);

  before(async () => {
    const rules = await loadRules(new URL('../suites', import.meta.url).pathname);
    acme = await faultSubject(acmeMl(), rules, { pageSize: 2 });
    sound = await faultSubject(hardened(), rules, { ...singly, other: acme.truth });
    const terse = await captureWorld(sound.world, { ...singly, terseLists: true });
    terseCalls = terse.calls;
  });

  it('starts from an account in which every rule passes and everything was read', () => {
    const held = [...sound.judgements.values()].filter((one) => one.status === 'pass');
    expect([...new Set(held.map((one) => one.rule))]).to.have.members([...sound.rules]);
    const others = [...sound.judgements.values()].map((one) => one.status);
    expect([...new Set(others)]).to.have.members(['pass', 'not-applicable']);
    expect(gapsIn(sound.truth)).to.be.empty;
  });

  it('sees the same account in pages of any size, empty ones, and in lists that tell less', async () => {
    const ways = [{}, { pageSize: 1, emptyPages: true }, { pageSize: 2, terseLists: true }];
    for (const { world, truth } of [sound, acme]) {
      for (const way of ways) {
        expect(compareSnapshots(truth, await captureSound(world, way))).to.deep.equal([]);
      }
    }
  });

  it('judges a whole capture like the part that failed, laid over the sound rest', async () => {
    const { rules, inputs, world, truth } = sound;
    const failing = ['kms:ListAliases', 's3:GetBucketPolicyStatus', 'iam:GetCredentialReport'];
    for (const operation of operations.filter((one) => failing.includes(one))) {
      const faults = [{ class: 'access-denied', operation }] as const;
      const whole = await captureSound(world, { ...singly, faults });
      const { snapshot: part } = await tryFaults(sound, faults);
      if (part instanceof Error) throw part;
      const [expected, actual] = [whole, overlaid(truth, part)].map((snapshot) =>
        [...statusesOf(rules, { snapshot, inputs })].map(([key, status]) => `${key}: ${status}`),
      );
      expect(actual, operation).to.deep.equal(expected);
      expect(actual?.join()).to.include('unknown');
    }
  });

  describe('with every operation failing in every way', () => {
    for (const operation of operations) {
      it(`holds for ${operation}`, async () => {
        const trials = await Promise.all([
          ...lastingFaults(operation).map((fault) => expectVisible(sound, fault)),
          ...fewerFaults(operation).map((fault) => expectVisible(acme, fault)),
        ]);
        const hits = trials.filter((one) => one.calls.some((call) => call.operation === operation));
        expect(hits, 'no account calls it').not.to.be.empty;
      });

      it(`is not disturbed when ${operation} fails once`, async () => {
        const faults = passing.map((one) => ({ class: one, operation, nth: [1] }));
        await Promise.all(faults.map((one) => expectHealed(sound, one)));
      });
    }

    it('concerns every rule', () => {
      expect([...concerned].sort()).to.deep.equal(sound.rules.map((one) => one.id));
    });
  });

  describe('with one resource failing', () => {
    for (const operation of operations.filter((one) => faultApplies('gone', one))) {
      it(`holds for ${operation}, and for that resource alone`, async () => {
        const { subject, resources } = resourcesOf(operation);
        expect(resources, 'no account calls it').not.to.be.empty;
        const classes = ['access-denied', 'truncated-body', 'gone'] as const;
        const ends = [...new Set([resources.at(0) ?? '', resources.at(-1) ?? ''])];
        for (const resource of ends) {
          const trials = await Promise.all(
            classes.map((one) => expectVisible(subject, { class: one, operation, resource })),
          );
          for (const { snapshot, what } of trials) {
            if (snapshot instanceof Error) throw snapshot;
            const ids = newGaps(subject.truth, snapshot).map((one) => one.id);
            expect([...new Set(ids)], what).to.have.lengthOf(1);
          }
        }
      });
    }
  });

  it('holds for every operation in one region, and for that region alone', async () => {
    // Where there is one region only, its failure is the operation's, which is tried above.
    const regional = operations.filter((one) => regionsOf(one).length > 1);
    expect(regional.length).to.be.greaterThan(50);
    for (const operation of regional) {
      for (const region of regionsOf(operation)) {
        const name = rotated(['access-denied', 'server-error'], operation);
        const { snapshot, what } = await expectVisible(acme, { class: name, operation, region });
        if (snapshot instanceof Error) throw snapshot;
        const regions = newGaps(acme.truth, snapshot).map((one) => one.region);
        for (const one of regions) expect(one, what).to.equal(region);
      }
    }
  });

  describe('with a later page failing', () => {
    // An account has one alias at most, an organisation one root, and the regions are known before
    // anything is captured.
    const short: readonly string[] = [
      'iam:ListAccountAliases',
      'account:ListRegions',
      'organizations:ListRoots',
    ];
    const paged = operations.filter((one) => faultApplies('repeated-token', one));
    for (const operation of paged.filter((one) => !short.includes(one))) {
      it(`holds for ${operation}`, async () => {
        const { subject, count } = await pagesOf(operation);
        expect(count, 'no account has two pages').to.be.greaterThan(1);
        const again = 'repeated-token' as const;
        const classes = ['access-denied', 'server-error', 'truncated-body', again] as const;
        for (const page of new Set([2, count])) {
          const nth = Array.from({ length: 500 }, (_, index) => page + index);
          const faults = classes.map((one) => ({ class: one, operation, nth }));
          await Promise.all(faults.map((one) => expectVisible(subject, one, singly)));
        }
        for (const nth of [[1], [2]]) {
          await tryFaults(subject, [{ class: again, operation, nth }], singly);
        }
      });
    }
  });

  describe('where Search alone tells of jobs and models', () => {
    const searching = collectorsOf('sagemaker:Search');
    const called = [...new Set(searching.flatMap((one) => Object.keys(one.operations)))];
    for (const operation of operations.filter((one) => called.includes(one))) {
      it(`holds for ${operation}`, async () => {
        for (const fault of lastingFaults(operation)) {
          await tryFaults(acme, [fault], { describeUpTo: 0 });
        }
      });
    }
  });

  it('holds for whatever fails together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFault(), { minLength: 1, maxLength: 4 }), async (faults) => {
        const { snapshot, what } = await tryFaults(acme, faults);
        if (!(snapshot instanceof Error)) return;
        expect(snapshot, what).to.be.instanceOf(CredentialsRejected);
        expect(faults.map((one) => one.class)).to.include('expired-token');
      }),
      { numRuns: 40 },
    );
  });
});

/** Resources that calls are about, of the sound account if it makes the call at all. */
function resourcesOf(operation: OperationId): {
  readonly subject: FaultSubject;
  readonly resources: readonly string[];
} {
  const own = modes[operation] === undefined ? sound.calls : terseCalls;
  const resources = resourcesIn(own, operation);
  if (resources.length > 0) return { subject: sound, resources };
  return { subject: acme, resources: resourcesIn(acme.calls, operation) };
}

function resourcesIn(calls: readonly LoggedCall[], operation: string): readonly string[] {
  const own = calls.filter((one) => one.operation === operation);
  return [...new Set(own.flatMap((one) => one.resource ?? []))];
}

function regionsOf(operation: OperationId): readonly string[] {
  const own = acme.calls.filter((one) => one.operation === operation);
  return [...new Set(own.map((one) => one.region))].sort();
}

/** An account whose list comes in several pages, and in how many. */
async function pagesOf(
  operation: OperationId,
): Promise<{ readonly subject: FaultSubject; readonly count: number }> {
  const pages = (calls: readonly LoggedCall[]) =>
    calls.filter((one) => one.operation === operation).length;
  if (pages(sound.calls) > 1) return { subject: sound, count: pages(sound.calls) };
  const { calls } = await captureWorld(acme.world, {
    ...singly,
    collectors: collectorsOf(operation),
  });
  return { subject: acme, count: pages(calls) };
}

/** A fault of anything but the first calls, narrowed in no way or in one. */
function anyFault(): fc.Arbitrary<OperationFault> {
  const called = operations.filter((one) => !isBootstrap(one));
  return fc
    .constantFrom(...called)
    .chain((operation) =>
      fc
        .tuple(anyClass(operation), anyNarrowing(operation), fc.constantFrom(...denialLayers))
        .map(([name, narrowing, layer]) => ({ class: name, operation, layer, ...narrowing })),
    );
}

/** Rejected credentials end the capture, so that nothing else is tried: seldom. */
function anyClass(operation: OperationId): fc.Arbitrary<FaultClass> {
  const classes = classesOf(operation).filter((one) => one !== 'expired-token');
  return fc.oneof(
    { arbitrary: fc.constantFrom(...classes), weight: 19 },
    { arbitrary: fc.constant('expired-token' as const), weight: 1 },
  );
}

function anyNarrowing(operation: OperationId): fc.Arbitrary<Partial<OperationFault>> {
  const resources = resourcesIn(acme.calls, operation);
  const regions = regionsOf(operation);
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1 });
  return fc.oneof(
    fc.constant({}),
    numbers.map((nth) => ({ nth })),
    ...(regions.length > 1 ? [fc.constantFrom(...regions).map((region) => ({ region }))] : []),
    ...(resources.length > 0
      ? [fc.constantFrom(...resources).map((resource) => ({ resource }))]
      : []),
  );
}
