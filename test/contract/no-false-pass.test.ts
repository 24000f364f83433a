import { expect } from 'chai';
import type { OperationId } from '../../src/collect/call/sdk.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Status } from '../../src/model/record.ts';
import type { LoggedCall } from '../../src/sandbox/respond.ts';
import { captureWorld } from '../support/capture-world.ts';
import { accountOf, contractWorld, recordsOf } from '../support/contract-account.ts';
import { collectorsOf, isBootstrap, operations } from '../support/fault-case.ts';
import { overlaid } from '../support/snapshot-part.ts';

// Every clause passes on the whole account: whatever is not read may only make it unknown.
const contract = `
artifacts:
  models: { is: 's3://acme-models/*' }
  data: { usedBy: training-jobs, named: fraud-* }
  key: { key: alias/models }
  endpoint: { is: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-live' }
personas:
  training: { executes: training-jobs }
  inference: { executes: endpoints }
  deployer: { roles: Deployer }
  ci: { users: ci }
  break-glass: { users: break-glass }
access:
  models: { read: { must: [inference, ci], may: [training, deployer] } }
  data: { read: { must: [training, ci], may: [deployer] } }
  key: { read: { may: [inference, ci, training, deployer] }, delete: [] }
  endpoint: { write: [deployer] }
exempt: [break-glass]
`;

/** Without these, nothing can be said of some clause. */
const needed: readonly string[] = [
  'iam:GetAccountAuthorizationDetails',
  's3:ListBuckets',
  's3:GetBucketPolicy',
  's3:GetBucketEncryption',
  'kms:GetKeyPolicy',
  'kms:ListGrants',
  'sagemaker:ListTrainingJobs',
  'sagemaker:DescribeEndpoint',
  'sagemaker:DescribeModel',
];

describe('contracts over an account that could not be read', function () {
  this.timeout(300_000);
  const world = contractWorld();
  let truth: Snapshot;
  let calls: readonly LoggedCall[];

  before(async () => {
    const end = await captureWorld(world);
    if (end.snapshot instanceof Error) throw end.snapshot;
    truth = end.snapshot;
    calls = end.calls;
  });

  it('hold all over the whole account', () => {
    expect(statusesOn(truth)).to.deep.equal(['pass', 'pass', 'pass', 'pass', 'pass']);
  });

  it('become unknown or stay as they are, whichever operation is denied', async () => {
    const asked = new Set(calls.map(({ operation }) => operation));
    const tried = operations.filter((one) => asked.has(one) && !isBootstrap(one));
    expect(tried).to.include.members(needed);
    const settled: string[] = [];
    for (const operation of tried) {
      const statuses = statusesOn(await without(operation));
      expect(['pass', 'unknown'], operation).to.include.members(statuses);
      if (!statuses.includes('unknown')) settled.push(operation);
    }
    expect(needed.filter((one) => settled.includes(one))).to.deep.equal([]);
  });

  function statusesOn(snapshot: Snapshot): readonly Status[] {
    return recordsOf(accountOf(snapshot), contract).map(({ status }) => status);
  }

  async function without(operation: OperationId): Promise<Snapshot> {
    const { snapshot: part } = await captureWorld(world, {
      collectors: collectorsOf(operation),
      faults: [{ class: 'access-denied', operation }],
    });
    if (part instanceof Error) throw part;
    return overlaid(truth, part);
  }
});
