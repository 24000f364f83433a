import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { contractRules } from '../../src/contract/contract-rules.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { captureWorld } from '../support/capture-world.ts';
import { collectorsOf, isBootstrap, operations } from '../support/fault-case.ts';
import { expectNoFalseVerdict } from '../support/fault-laws.ts';
import { faultSubject, type FaultSubject } from '../support/fault-subject.ts';
import { judge, type Judgements } from '../support/rule-inputs.ts';
import { overlaid } from '../support/snapshot-part.ts';
import { sampleNow } from '../support/sample-account.ts';

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
  models: { read: [inference, ci], write: [training, ci] }
  data: { read: [training, ci] }
  key: { read: [training], delete: [] }
  endpoint: { read: [deployer], write: [deployer], delete: [] }
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
  this.timeout(120_000);
  let subject: FaultSubject;

  before(async () => {
    const file = 'contract-account.yaml';
    const text = readFileSync(new URL(`../support/${file}`, import.meta.url), 'utf8');
    const world = loadWorld(text, { file, now: sampleNow });
    const rules = contractRules(readContract(contract, 'test.access.yaml'));
    subject = await faultSubject({ world, inputs: undeclared }, rules, {});
  });

  it('hold all over the whole account', () => {
    const statuses = [...subject.judgements.values()].map(({ status }) => status);
    expect(statuses).to.deep.equal(statuses.map(() => 'pass'));
    expect(statuses.length).to.equal(8);
  });

  it('become unknown or stay as they are, whichever operation is denied', async () => {
    const asked = new Set(subject.calls.map(({ operation }) => operation));
    const tried = operations.filter((one) => asked.has(one) && !isBootstrap(one));
    expect(tried).to.include.members(needed);
    const settled: string[] = [];
    for (const operation of tried) {
      const faulty = await without(operation);
      expectNoFalseVerdict(subject.judgements, faulty, operation);
      const statuses = [...faulty.values()].map(({ status }) => status);
      if (!statuses.includes('unknown')) settled.push(operation);
    }
    expect(needed.filter((one) => settled.includes(one))).to.deep.equal([]);
  });

  async function without(operation: (typeof operations)[number]): Promise<Judgements> {
    const { rules, truth, inputs, world } = subject;
    const { snapshot: part } = await captureWorld(world, {
      collectors: collectorsOf(operation),
      faults: [{ class: 'access-denied', operation }],
    });
    if (part instanceof Error) throw part;
    return judge(rules, { snapshot: overlaid(truth, part), inputs });
  }
});
