import { expect } from 'chai';
import type { Collector } from '../../../src/collect/collector.ts';
import { collectors } from '../../../src/collect/index.ts';
import { isUnread, type Observed } from '../../../src/model/observed.ts';
import { kindFields, type Resource } from '../../../src/model/resource.ts';
import { faultApplies } from '../../../src/sandbox/apply-fault.ts';
import type { Fault, FaultClass } from '../../../src/sandbox/fault.ts';
import { createSandbox } from '../../../src/sandbox/respond.ts';
import { region } from '../../support/build.ts';
import { collectAll, type CollectedLines } from '../../support/collect-all.ts';
import { acmeMl } from '../../support/sample-account.ts';
import { awsInSandbox } from '../../support/sandbox-aws.ts';

const sagemaker = collectors.filter(({ name }) => name.startsWith('sagemaker.'));
const classes: readonly FaultClass[] = [
  'throttle',
  'truncated-body',
  'access-denied',
  'gone',
  'repeated-token',
];
const { world } = acmeMl();
/** Every secret that stands in the sample account. */
const secretOfSample = /AKIAIOSFODNN7|EXAMPLEKEY|hunter2|hf_EXAMPLE/;

/** Small pages, with empty ones between: as AWS may answer. */
async function collect(
  collector: Collector,
  options: {
    readonly fault?: Fault;
    readonly describeUpTo?: number;
    readonly region?: string;
  } = {},
): Promise<CollectedLines & { readonly called: ReadonlySet<string> }> {
  const sandbox = createSandbox(world, {
    clock: () => world.now.getTime(),
    pageSize: 2,
    emptyPages: true,
    faults: options.fault === undefined ? [] : [options.fault],
  });
  const aws = awsInSandbox(sandbox, collector).in(options.region ?? region);
  const bounded = { ...aws, describeUpTo: options.describeUpTo ?? 100 };
  const lines = await collectAll(collector, bounded);
  return { ...lines, called: new Set(sandbox.calls.map(({ operation }) => operation)) };
}

function fieldsOf(resource: Resource): readonly (readonly [string, Observed<unknown>])[] {
  // Every field of a kind is observed.
  const fields = resource as unknown as Readonly<Record<string, Observed<unknown>>>;
  return Object.keys(kindFields[resource.kind]).map((name) => {
    const field = fields[name];
    if (field === undefined) throw new Error(`${resource.id} has no ${name}`);
    return [name, field] as const;
  });
}

/** Asserts that `partial` says nothing that `whole` does not say. */
function expectNoInvention(partial: CollectedLines, whole: CollectedLines): void {
  for (const resource of partial.resources) {
    const told = whole.resources.find(({ id }) => id === resource.id);
    if (told === undefined) throw new Error(`${resource.id} is invented`);
    const expected = Object.fromEntries(fieldsOf(told));
    for (const [name, field] of fieldsOf(resource)) {
      if (!isUnread(field)) expect(field, `${resource.id} ${name}`).to.deep.equal(expected[name]);
    }
  }
  if (partial.universes.every(({ end }) => end === 'complete')) {
    expect(partial.resources.map(({ id }) => id)).to.deep.equal(
      whole.resources.map(({ id }) => id),
    );
  }
}

function isWhole({ resources, universes }: CollectedLines): boolean {
  return (
    universes.every(({ end }) => end === 'complete') &&
    resources.every((one) => fieldsOf(one).every(([, field]) => !isUnread(field)))
  );
}

describe('SageMaker collectors on the account acme-ml', () => {
  for (const collector of sagemaker) {
    it(`${collector.name} reads everything, and no secret into what it writes`, async () => {
      const whole = await collect(collector);
      expect(whole.resources).to.not.be.empty;
      expect(isWhole(whole)).to.equal(true);
      expect(JSON.stringify(whole.resources)).to.not.match(secretOfSample);
    });

    it(`${collector.name} takes no failure of one operation for data`, async () => {
      const whole = await collect(collector);
      for (const operation of Object.keys(collector.operations)) {
        for (const fault of classes.filter((one) => faultApplies(one, operation))) {
          const partial = await collect(collector, { fault: { class: fault, operation } });
          expectNoInvention(partial, whole);
          // A Search that fails costs calls, no data.
          const hurts = partial.called.has(operation) && operation !== 'sagemaker:Search';
          if (fault !== 'repeated-token') {
            expect(isWhole(partial), `${operation} ${fault}`).to.equal(!hurts);
          }
        }
      }
    });
  }

  it('finds the secrets of both regions and writes none of them', async () => {
    const found: string[] = [];
    for (const collector of sagemaker) {
      for (const place of ['eu-west-1', 'us-east-1']) {
        const { resources } = await collect(collector, { region: place });
        const text = JSON.stringify(resources);
        expect(text).to.not.match(secretOfSample);
        const hits = text.matchAll(/"at":"([^"]+)","detector":"([^"]+)"/g);
        for (const [, at = '', detector = ''] of hits) found.push(`${place} ${at} ${detector}`);
      }
    }
    expect([...new Set(found)].sort()).to.deep.equal([
      'eu-west-1 AWS_ACCESS_KEY_ID aws-access-key-id',
      'eu-west-1 AWS_SECRET_ACCESS_KEY aws-secret-access-key',
      'eu-west-1 AWS_SECRET_ACCESS_KEY named-secret',
      'us-east-1 DB_URL password-in-url',
      'us-east-1 HF_HUB_TOKEN hugging-face-token',
      'us-east-1 HF_HUB_TOKEN named-secret',
      'us-east-1 line 3 aws-access-key-id',
      'us-east-1 line 4 aws-secret-access-key',
      'us-east-1 line 4 named-secret',
      'us-east-1 tracker_password aws-secret-access-key',
      'us-east-1 tracker_password named-secret',
    ]);
  });

  for (const collector of sagemaker.filter((one) => 'sagemaker:Search' in one.operations)) {
    it(`${collector.name} says the same by Search as by describing each one`, async () => {
      const described = await collect(collector);
      const searched = await collect(collector, { describeUpTo: 0 });
      expect(searched.resources).to.have.length(described.resources.length);
      expectNoInvention(searched, described);
      const unread = searched.resources.flatMap((one) =>
        fieldsOf(one).flatMap(([name, field]) => (isUnread(field) ? name : [])),
      );
      expect([...new Set(unread)]).to.deep.equal(
        collector.name === 'sagemaker.training-job' ? ['remoteDebug'] : [],
      );
    });
  }
});
