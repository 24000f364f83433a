import { expect } from 'chai';
import fc from 'fast-check';
import { compilePolicySet } from '../../../src/decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../../src/decide/compile-statement.ts';
import { parseDocument } from '../../../src/policy/parse-policy.ts';
import { areasOf } from '../../../src/reach/access/area.ts';
import { BeginningIndex } from '../../../src/reach/access/beginning-index.ts';

const path = fc.stringMatching(/^[ab*?/]{0,4}(\$\{aws:username\})?[ab*]{0,2}$/);
const pattern = fc.oneof(
  path.map((one) => `arn:aws:s3:::${one}`),
  fc.constantFrom('*', 'arn:*', 'arn:aws:s3', 'arn:aws:iam::111122223333:role/*'),
);

function statementsOf(resources: readonly string[]): readonly CompiledStatement[] {
  const Statement = resources.map((Resource, at) =>
    at % 5 === 4
      ? { Effect: 'Allow', Action: 's3:*', NotResource: Resource }
      : { Effect: 'Allow', Action: 's3:*', Resource: [Resource] },
  );
  const { policy, oddities } = parseDocument({ Version: '2012-10-17', Statement });
  return compilePolicySet({ identity: [{ name: 'p', policy, oddities }] }).identity.allows;
}

describe('The index of what resources begin with', () => {
  it('leaves nothing out that concerns a question', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 12 }),
        path,
        fc.constantFrom('s3:GetObject', 's3:ListBucket', 's3:ListAllMyBuckets', 's3:Unheard'),
        (resources, asked, action) => {
          const statements = statementsOf(resources);
          expect(statements).to.have.length(resources.length);
          const index = new BeginningIndex();
          statements.forEach((one, at) => {
            index.add(at, one);
          });
          const areas = areasOf(action, [`arn:aws:s3:::${asked}`]);
          const concerned = statements.flatMap((one, at) => (areas.concerns(one) ? [at] : []));
          expect(index.near(areas)).to.include.members(concerned);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds few among many', () => {
    const index = new BeginningIndex();
    const buckets = Array.from({ length: 100 }, (_, at) => `arn:aws:s3:::bucket-${String(at)}/*`);
    statementsOf(buckets.filter((_, at) => at % 5 !== 4)).forEach((one, at) => {
      if (!one.resource.not) index.add(at, one);
    });
    index.add(900, 'any');
    expect(index.near(areasOf('s3:GetObject', ['arn:aws:s3:::bucket-0/x']))).to.deep.equal([
      0, 900,
    ]);
  });
});
