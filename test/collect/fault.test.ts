import { expect } from 'chai';
import type { Collector } from '../../src/collect/collector.ts';
import { ecrRegistryCollector } from '../../src/collect/ecr/registry.ts';
import { ecrRepositoryCollector } from '../../src/collect/ecr/repository.ts';
import { iamAccountCollector } from '../../src/collect/iam/account.ts';
import { iamAuthorizationCollector } from '../../src/collect/iam/authorization.ts';
import { iamOidcProviderCollector } from '../../src/collect/iam/oidc-provider.ts';
import { iamSamlProviderCollector } from '../../src/collect/iam/saml-provider.ts';
import { kmsKeyCollector } from '../../src/collect/kms/key.ts';
import { organizationsAccountCollector } from '../../src/collect/organizations/account.ts';
import { s3AccessPointCollector } from '../../src/collect/s3/access-point.ts';
import { s3AccountCollector } from '../../src/collect/s3/account.ts';
import { s3BucketCollector } from '../../src/collect/s3/bucket.ts';
import { isUnread, type Observed } from '../../src/model/observed.ts';
import { kindFields, type Resource } from '../../src/model/resource.ts';
import { faultApplies } from '../../src/sandbox/apply-fault.ts';
import { faultClasses, type FaultClass } from '../../src/sandbox/fault.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/respond.ts';
import { collectAll, type CollectedLines } from '../support/collect-all.ts';
import { faultWorld } from '../support/fault-world.ts';
import { awsInSandbox } from '../support/sandbox-aws.ts';

const collectors = [
  iamAccountCollector,
  iamAuthorizationCollector,
  iamOidcProviderCollector,
  iamSamlProviderCollector,
  s3AccountCollector,
  s3BucketCollector,
  s3AccessPointCollector,
  kmsKeyCollector,
  ecrRegistryCollector,
  ecrRepositoryCollector,
  organizationsAccountCollector,
];

const world = faultWorld();
const clock = () => world.now.getTime();

function sandboxWith(fault?: { readonly class: FaultClass; readonly operation: string }): Sandbox {
  return createSandbox(world, { clock, pageSize: 1, faults: fault === undefined ? [] : [fault] });
}

function collect(collector: Collector, sandbox: Sandbox): Promise<CollectedLines> {
  return collectAll(collector, awsInSandbox(sandbox, collector));
}

function fieldsOf(resource: Resource): [string, Observed<unknown>][] {
  // Every field of a kind is observed.
  const fields = resource as unknown as Readonly<Record<string, Observed<unknown>>>;
  return Object.keys(kindFields[resource.kind]).map((name) => [name, required(fields[name])]);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a field is missing');
  return value;
}

/** Asserts that `faulty` says nothing that the sound account does not say. */
function expectNoInvention(faulty: CollectedLines, sound: CollectedLines): void {
  const soundById = new Map(sound.resources.map((one) => [`${one.kind} ${one.id}`, one]));
  for (const resource of faulty.resources) {
    const key = `${resource.kind} ${resource.id}`;
    const expected = Object.fromEntries(fieldsOf(required(soundById.get(key))));
    for (const [field, state] of fieldsOf(resource)) {
      if (!isUnread(state)) expect(state, `${key} ${field}`).to.deep.equal(expected[field]);
    }
  }
  for (const { kind, region, end } of faulty.universes.filter((one) => one.end === 'complete')) {
    const ids = (lines: CollectedLines) =>
      lines.resources.filter((one) => one.kind === kind).map((one) => one.id);
    expect(ids(faulty), `${kind} in ${region}: ${end}`).to.deep.equal(ids(sound));
  }
}

function saysThatSomethingIsMissing({ resources, universes }: CollectedLines): boolean {
  return (
    universes.some((one) => one.end !== 'complete') ||
    resources.some((one) => fieldsOf(one).some(([, state]) => isUnread(state)))
  );
}

describe('collectors in a sandbox where one operation fails in one way', () => {
  for (const collector of collectors) {
    for (const operation of Object.keys(collector.operations)) {
      it(`${collector.name} takes no failure of ${operation} for data`, async () => {
        const sound = await collect(collector, sandboxWith());
        for (const fault of faultClasses.filter((one) => faultApplies(one, operation))) {
          const sandbox = sandboxWith({ class: fault, operation });
          const faulty = await collect(collector, sandbox);
          expectNoInvention(faulty, sound);
          const asked = sandbox.calls.some((call) => call.operation === operation);
          if (asked && !faulty.stopped && fault !== 'repeated-token') {
            expect(saysThatSomethingIsMissing(faulty), fault).to.equal(true);
          }
          expect(faulty.stopped, fault).to.equal(asked && fault === 'expired-token');
        }
      });
    }
  }

  it('reads the sound account whole, page by page', async () => {
    for (const collector of collectors) {
      const { universes, resources } = await collect(collector, sandboxWith());
      expect(resources, collector.name).to.not.be.empty;
      expect(universes.map((one) => one.kind)).to.deep.equal(collector.kinds);
      for (const one of universes) expect(one.end, one.kind).to.equal('complete');
    }
  });
});
