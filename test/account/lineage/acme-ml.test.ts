import { artifactsOf } from '../../../src/account/lineage/artifacts-of.ts';
import { executionsOf } from '../../../src/account/lineage/executions-of.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { captureSound } from '../../support/capture-world.ts';
import { expectGolden } from '../../support/golden.ts';
import { acmeMl } from '../../support/sample-account.ts';

describe('lineage of the account acme-ml', () => {
  it('is the table in lineage/acme-ml.txt', async function () {
    this.timeout(20_000);
    const { world, inputs } = acmeMl();
    const account = openAccount(await captureSound(world), inputs);
    const { list: artifacts, missing: unknownPlaces } = artifactsOf(account);
    const { list: executions, missing: unknownWork } = executionsOf(account);
    const places = artifacts.map(({ class: of, resource, uses }) => {
      const users = uses.map(({ how, role }) => `${how} ${nameOf(role)}`);
      return `${of} ${resource}: ${sorted(users)}`;
    });
    const roles = [...new Set(executions.map(({ role }) => role))].sort().map((role) => {
      const done = executions.filter((one) => one.role === role);
      const work = done.map(({ purpose, live }) => `${purpose}${live ? ' (live)' : ''}`);
      return `${nameOf(role)}: ${sorted(work)}`;
    });
    const missing = [...unknownPlaces, ...unknownWork].map(({ what }) => `missing: ${what}`);
    expectGolden(`${[...places, '', ...roles, ...missing].join('\n')}\n`, 'lineage/acme-ml.txt');
  });
});

function nameOf(role: string | undefined): string {
  return role?.split('/').at(-1) ?? '(no role)';
}

function sorted(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join(', ');
}
