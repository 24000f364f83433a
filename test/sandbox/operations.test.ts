import { expect } from 'chai';
import { faultApplies } from '../../src/sandbox/apply-fault.ts';
import { faultClasses } from '../../src/sandbox/fault.ts';
import { servedOperations } from '../../src/sandbox/operations.ts';
import { completeAccount } from '../support/complete-account.ts';
import { callOperation } from '../support/every-operation.ts';
import { failureOf, serve, type ClientSettings } from '../support/world.ts';

// A token comes back in a list that goes on; that is tried by itself.
const failing = faultClasses.filter((one) => one !== 'repeated-token');

const account = completeAccount();

/** A credential report can only be read once it is there. */
async function prepare(operation: string, client: ClientSettings): Promise<void> {
  if (operation !== 'iam:GetCredentialReport') return;
  await callOperation('iam:GenerateCredentialReport', client);
  await callOperation('iam:GenerateCredentialReport', client);
}

describe('every served operation', () => {
  for (const operation of servedOperations) {
    it(`${operation} answers the real client, with something in its output`, async () => {
      const { client, sandbox } = serve([account]);
      await prepare(operation, client);
      expect(await callOperation(operation, client)).not.to.deep.equal({});
      expect(sandbox.calls.at(-1)).to.include({ operation, outcome: 'ok' });
      expect(sandbox.mutations).to.equal(0);
    });

    for (const faultClass of failing.filter((each) => faultApplies(each, operation))) {
      it(`${operation} fails by ${faultClass}`, async () => {
        const { client, sandbox } = serve([account], {
          faults: [{ class: faultClass, operation }],
        });
        await prepare(operation, client);
        if (faultClass === 'truncated-body' && operation === 's3:GetBucketPolicy') {
          // The body is the policy itself, so nobody but the reader of the policy can tell.
          const { Policy } = (await callOperation(operation, client)) as { Policy: string };
          expect(() => JSON.parse(Policy) as unknown).to.throw(SyntaxError);
        } else {
          await failureOf(callOperation(operation, client));
        }
        expect(sandbox.calls.at(-1)?.outcome).not.to.equal('ok');
      });
    }
  }

  it('is about something that can be gone, unless it lists or concerns the whole account', () => {
    const lasting = servedOperations.filter((operation) => !faultApplies('gone', operation));
    const alone = lasting.filter((operation) => !faultApplies('repeated-token', operation));
    expect(alone).to.deep.equal([
      'sts:GetCallerIdentity',
      'sts:AssumeRole',
      'iam:GenerateCredentialReport',
      'iam:GetCredentialReport',
      'iam:GetAccountPasswordPolicy',
      'iam:ListOpenIDConnectProviders',
      'iam:ListSAMLProviders',
      's3control:GetPublicAccessBlock',
      'ecr:GetRegistryPolicy',
      'organizations:DescribeOrganization',
    ]);
  });
});
