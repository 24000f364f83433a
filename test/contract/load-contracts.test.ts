import fs from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractRules } from '../../src/contract/contract-rules.ts';
import { loadContracts } from '../../src/contract/load-contracts.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { validateRule } from '../../src/rule/validate-rule.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const text = `
artifacts: { model: { is: 's3://models' } }
access: { model: { read: [], delete: [] } }
`;

async function messageOf(loading: Promise<unknown>): Promise<string> {
  try {
    await loading;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('it was loaded');
}

describe('loading contracts', () => {
  const directory = temporaryDirectory();
  const write = (name: string, content = text): string => {
    const path = join(directory(), name);
    fs.mkdirSync(join(path, '..'), { recursive: true });
    fs.writeFileSync(path, content);
    return path;
  };

  it('reads those that are named and those in suites folders, each once', async () => {
    const path = write('suites/team/model.access.yaml');
    write('suites/team/other.yaml', 'no contract');
    const [contract, another] = await loadContracts([path], [join(directory(), 'suites')]);
    expect(contract?.file).to.equal(path);
    expect(another).to.equal(undefined);
  });

  it('refuses two that assert the same', async () => {
    const one = write('one.access.yaml');
    const two = write('two.access.yaml');
    expect(await messageOf(loadContracts([one, two], []))).to.equal(
      `${two}: ${one} has access.model.read already; rename the artifact in one`,
    );
  });

  it('names the file that cannot be read', async () => {
    const path = join(directory(), 'gone.access.yaml');
    expect(await messageOf(loadContracts([path], []))).to.contain(
      `${path}: the contract cannot be read`,
    );
  });
});

describe('the rules of a contract', () => {
  const rules = contractRules(readContract(text, 'model.access.yaml'));

  it('are one for each artifact and verb, with codes that stay the same', () => {
    expect(rules.map(({ id, code, title }) => ({ id, code, title }))).to.deep.equal([
      { id: 'contract/model-read', code: 'ACC-a07762', title: 'Nobody can read model' },
      { id: 'contract/model-delete', code: 'ACC-436719', title: 'Nobody can delete model' },
    ]);
  });

  it('are rules like any other', () => {
    expect(rules.map((rule) => validateRule(rule, rule.id))).to.deep.equal([undefined, undefined]);
  });
});
