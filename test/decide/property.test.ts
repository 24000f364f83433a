import { expect } from 'chai';
import fc from 'fast-check';
import type { DecideCase } from '../../src/decide/case.ts';
import { decideCase } from '../../src/decide/decide-case.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { allowStatement, arbitraryCase, denyStatement } from '../support/arbitrary-case.ts';
import {
  naiveDecision,
  type Document,
  type NaiveCase,
  type Statement,
} from '../support/naive/evaluate.ts';

/** LEASTWISE_CASES=200000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 20_000);
const few = { numRuns: Math.max(1000, numRuns / 10) };

// The generated documents are JSON; `JsonValue` only says so of types with an index.
function decisionOf(one: NaiveCase): string {
  return decideCase(one as unknown as DecideCase).decision;
}

function withIdentity(one: NaiveCase, document: Document): NaiveCase {
  const { identity = [] } = one.policies;
  return { ...one, policies: { ...one.policies, identity: [...identity, document] } };
}

/** Applies a change to every document of a case. */
function mapDocuments(one: NaiveCase, change: (document: Document) => Document): NaiveCase {
  const walk = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(walk) : change(value as Document);
  const entries = Object.entries(one.policies).map(([name, value]) => [name, walk(value)]);
  return { ...one, policies: Object.fromEntries(entries) as NaiveCase['policies'] };
}

function reversed<T>(value: T): T {
  // Lists of values only: the element is otherwise left as it is.
  return Array.isArray(value) ? ([...(value as unknown[])].reverse() as T) : value;
}

/** Asked for a role, not for one of its sessions: a policy that names one of them leaves a doubt. */
function mayBeNamedSession({ request, policies }: NaiveCase): boolean {
  return (
    request.principal.includes(':role/') && JSON.stringify(policies).includes(':assumed-role/')
  );
}

function statements(document: Document): readonly Statement[] {
  return [document.Statement].flat();
}

describe('Properties of a decision', function () {
  this.timeout(600_000);

  it('agrees with an evaluator that is written straight from the documentation', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryCase, (one) => {
        const expected = naiveDecision(one);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        const decided = decisionOf(one);
        if (decided !== 'unknown' || !mayBeNamedSession(one)) expect(decided).to.equal(expected);
      }),
      { numRuns },
    );
    const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
    for (const outcome of ['allowed', 'explicitly-denied', 'implicitly-denied']) {
      expect((seen.get(outcome) ?? 0) / total, outcome).to.be.above(0.03);
    }
  });

  it('never allows more for a Deny more', () => {
    fc.assert(
      fc.property(arbitraryCase, denyStatement, (one, statement) => {
        const more = withIdentity(one, { Version: '2012-10-17', Statement: statement });
        if (decisionOf(one) !== 'allowed') expect(decisionOf(more)).not.to.equal('allowed');
      }),
      few,
    );
  });

  it('never denies more for an Allow more', () => {
    fc.assert(
      fc.property(arbitraryCase, allowStatement, (one, statement) => {
        const more = withIdentity(one, { Version: '2012-10-17', Statement: statement });
        if (decisionOf(one) === 'allowed') expect(decisionOf(more)).to.equal('allowed');
      }),
      few,
    );
  });

  it('does not depend on the order of statements, policies and values', () => {
    fc.assert(
      fc.property(arbitraryCase, (one) => {
        const other = mapDocuments(one, (document) => ({
          ...document,
          Statement: [...statements(document)].reverse().map((statement) => ({
            ...statement,
            ...(statement.Action !== undefined && { Action: reversed(statement.Action) }),
            ...(statement.Resource !== undefined && { Resource: reversed(statement.Resource) }),
          })),
        }));
        const { identity = [] } = other.policies;
        const policies = { ...other.policies, identity: [...identity].reverse() };
        expect(decisionOf({ ...other, policies })).to.equal(decisionOf(one));
      }),
      few,
    );
  });

  it('is the same for one value and a list of one, a statement and a list of one', () => {
    const listed = (value: JsonValue | undefined): JsonValue | undefined =>
      typeof value === 'string' ? [value] : value;
    fc.assert(
      fc.property(arbitraryCase, (one) => {
        const other = mapDocuments(one, (document) => {
          const all = statements(document).map((statement) => ({
            ...statement,
            ...(statement.Action !== undefined && { Action: listed(statement.Action) }),
            ...(statement.NotResource !== undefined && {
              NotResource: listed(statement.NotResource),
            }),
          })) as readonly Statement[];
          const [only] = all;
          return { ...document, Statement: all.length === 1 && only ? only : all };
        });
        expect(decisionOf(other)).to.equal(decisionOf(one));
      }),
      few,
    );
  });

  it('takes NotAction for all that Action does not list', () => {
    const first = ({ request, policies }: NaiveCase, element: 'Action' | 'NotAction') => ({
      request: {
        ...request,
        resourceAccount: '111122223333',
        principal: 'arn:aws:iam::111122223333:user/ada',
      },
      policies: {
        identity: [
          {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow' as const, [element]: listOf(policies), Resource: '*' },
          },
        ],
      },
    });
    fc.assert(
      fc.property(arbitraryCase, (one) => {
        if (one.request.action.startsWith('kms:')) return;
        const outcomes = [decisionOf(first(one, 'Action')), decisionOf(first(one, 'NotAction'))];
        expect(outcomes).to.have.members(['allowed', 'implicitly-denied']);
      }),
      few,
    );
  });
});

function listOf({ identity = [] }: NaiveCase['policies']): readonly string[] {
  const [document] = identity;
  const [statement] = document === undefined ? [] : statements(document);
  return [statement?.Action ?? 's3:PutObject'].flat();
}
