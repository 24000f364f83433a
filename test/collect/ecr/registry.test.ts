import { expect } from 'chai';
import { ecrRegistryCollector } from '../../../src/collect/ecr/registry.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { awsError, collectFrom } from '../../support/fake-aws.ts';

const call = 'ecr:GetRegistryPolicy';

describe('ecrRegistryCollector', () => {
  it('reads the policy of the registry', async () => {
    const { one, universes } = await collectFrom(ecrRegistryCollector, {
      [call]: { policyText: '{"Statement":[]}' },
    });
    expect(one('ecr.registry')).to.deep.equal({
      kind: 'ecr.registry',
      id: 'arn:aws:ecr:eu-west-1:111122223333:registry',
      name: '111122223333',
      account: '111122223333',
      region: 'eu-west-1',
      policy: present({ document: { Statement: [] }, sha256: sha256('{"Statement":[]}') }),
    });
    const complete = { kind: 'ecr.registry', region: 'eu-west-1', end: 'complete' };
    expect(universes).to.deep.equal([complete]);
  });

  it('writes the registry without a policy, and one that may not be read', async () => {
    const policy = async (code: string) => {
      const { one } = await collectFrom(ecrRegistryCollector, { [call]: awsError(code) });
      return one('ecr.registry').policy;
    };
    expect(await policy('RegistryPolicyNotFoundException')).to.deep.equal(absent);
    const code = 'AccessDeniedException';
    expect(await policy(code)).to.deep.equal({ state: 'denied', call, code });
  });
});
