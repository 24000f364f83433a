import { expect } from 'chai';
import fc from 'fast-check';
import { compilePolicySet } from '../../src/decide/compile-policy-set.ts';
import { actionsOf } from '../../src/facts/action-facts.ts';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import { actionCells } from '../../src/reach/action-cell.ts';

const patterns = [
  ...['*', 's3:*', 's3:Get*', 's3:GETObject', 's3:*Object', 's3:?etObject', 's?s:*', 'sq*:Send*'],
  ...['sqs:SendMessage', 'sqs:*Message', 's3:No*Such', 'nosuchservice:*'],
];

const statement = fc.record({
  not: fc.boolean(),
  values: fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 3 }),
});

function compile(all: readonly { readonly not: boolean; readonly values: readonly string[] }[]) {
  const parsed = parseDocument({
    Version: '2012-10-17',
    Statement: all.map(({ not, values }) => ({
      Effect: 'Allow',
      [not ? 'NotAction' : 'Action']: [...values],
      Resource: '*',
    })),
  });
  return compilePolicySet({ identity: [{ name: 'policy', ...parsed }] }).identity.allows;
}

describe('Action cells', function () {
  this.timeout(60_000);

  it('have every action of a named service, with the statements that match it', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (written) => {
        const statements = compile(written);
        const cells = actionCells(statements);
        const known = new Set(
          cells.map(({ matches, type }) => `${[...matches].join()} ${typeName(type)}`),
        );
        const all = [...actionsOf('s3').values(), ...actionsOf('sqs').values()];
        const wide = written.some(({ not, values }) => not || values.includes('*'));
        for (const { action, resourceTypes } of all) {
          const named = written.some(({ values }) =>
            values.some((one) => one.startsWith(action.slice(0, 3)) || one.startsWith('s?s')),
          );
          // Of services that nobody names, one stands for all.
          if (wide && !named) continue;
          const lower = action.toLowerCase();
          const matches = statements.flatMap((one, at) => (one.actionMatches(lower) ? [at] : []));
          if (matches.length === 0) continue;
          for (const type of resourceTypes.length === 0 ? [undefined] : resourceTypes) {
            expect(known).to.include(`${matches.join()} ${typeName(type)}`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are of an action that its statements match, and of no other', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (written) => {
        const statements = compile(written);
        for (const { action, matches } of actionCells(statements)) {
          for (const [index, one] of statements.entries()) {
            expect(one.actionMatches(action.toLowerCase()), action).to.equal(matches.has(index));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leave out what is not asked about', () => {
    const concerns = (name: string): boolean => name.startsWith('sqs:');
    const cells = actionCells(compile([{ not: false, values: ['*'] }]), { concerns });
    expect(cells.every(({ action }) => action.startsWith('sqs:'))).to.equal(true);
  });

  it('tells the services apart of the resources that are asked about', () => {
    const resources = ['arn:aws:kms:eu-west-1:111122223333:key/1'];
    const cells = actionCells(compile([{ not: false, values: ['*'] }]), { resources });
    expect(cells.some(({ action }) => action.startsWith('kms:'))).to.equal(true);
  });
});

function typeName(type: ReturnType<typeof actionCells>[number]['type']): string {
  return typeof type === 'object' ? type.name : String(type);
}
