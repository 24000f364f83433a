import fc from 'fast-check';
import {
  list,
  type NaiveCase,
  type NaiveDocument,
  type NaivePolicies,
  type NaiveStatement,
} from './naive-evaluator/naive-case.ts';
import { own } from './arbitrary-name.ts';
import { context } from './arbitrary-condition.ts';
import { scene, type Scene } from './arbitrary-scene.ts';
import { statementOf, type StatementForm } from './arbitrary-statement.ts';

// Cases over a small universe, in which everything collides with everything often.

/** A case and a statement of the same scene, to add to its identity policies. */
export interface CaseAndStatement {
  readonly given: NaiveCase;
  readonly statement: NaiveStatement;
}

/** Mostly statements that allow: one Deny that matches settles a case. */
const effects = ['Allow', 'Allow', 'Allow', 'Allow', 'Deny'] as const;
const ownForm: StatementForm = { effects, principal: 'none', resource: 'mostly' };
const resourceForm: StatementForm = { effects, principal: 'any', resource: 'always' };
const trustForm: StatementForm = { effects, principal: 'any', resource: 'never' };
const rcpForm: StatementForm = { effects, principal: 'everyone', resource: 'always' };

const version = fc.oneof(
  { weight: 30, arbitrary: fc.constant({ Version: '2012-10-17' }) },
  { weight: 4, arbitrary: fc.constantFrom({ Version: '2008-10-17' }, {}) },
);

function documentOf(of: Scene, form: StatementForm): fc.Arbitrary<NaiveDocument> {
  return fc
    .tuple(version, fc.array(statementOf(of, form), { minLength: 1, maxLength: 3 }))
    .map(([Version, all]) => {
      const [only] = all;
      return { ...Version, Statement: all.length === 1 && only ? only : all };
    });
}

/** As the policies that AWS attaches at first: all is allowed. */
const wide = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
const fullAccess: NaiveDocument = { Version: '2012-10-17', Statement: wide };
const fullAccessForAll: NaiveDocument = {
  Version: '2012-10-17',
  Statement: { ...wide, Principal: '*' },
};

function layerOf(
  usual: NaiveDocument,
  document: fc.Arbitrary<NaiveDocument>,
): fc.Arbitrary<readonly NaiveDocument[]> {
  return fc.oneof(
    { weight: 3, arbitrary: document.map((one) => [usual, one]) },
    { weight: 3, arbitrary: fc.array(document, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

function levelsOf(
  layer: fc.Arbitrary<readonly NaiveDocument[]>,
): fc.Arbitrary<readonly (readonly NaiveDocument[])[]> {
  return fc.array(layer, { minLength: 1, maxLength: 2 });
}

/** As key policies are made at first: whom to let in is left to the account's own policies. */
function leftToAccount({ Statement, ...others }: NaiveDocument): NaiveDocument {
  const first = { Effect: 'Allow', Principal: { AWS: own }, Action: '*' } as const;
  const isTrust = list(Statement).every((one) => !one.Resource && !one.NotResource);
  return {
    ...others,
    Statement: [isTrust ? first : { ...first, Resource: '*' }, ...list(Statement)],
  };
}

/** There, `among` times of a hundred. */
function sometimes<T>(among: number, one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 100 - among, arbitrary: fc.constant(undefined) },
    { weight: among, arbitrary: one },
  );
}

function policiesOf(of: Scene): fc.Arbitrary<NaivePolicies> {
  const mine = documentOf(of, ownForm);
  const ownLayer = layerOf(fullAccess, mine);
  const resource = fc
    .tuple(documentOf(of, of.isTrust ? trustForm : resourceForm), fc.integer({ max: 2, min: 0 }))
    .map(([document, kind]) => (kind === 0 ? leftToAccount(document) : document));
  return fc
    .record({
      identity: sometimes(95, fc.oneof(fc.array(mine, { maxLength: 3 }), ownLayer, ownLayer)),
      boundary: sometimes(20, ownLayer),
      session: sometimes(20, ownLayer),
      scp: sometimes(15, levelsOf(ownLayer)),
      rcp: sometimes(15, levelsOf(layerOf(fullAccessForAll, documentOf(of, rcpForm)))),
      endpoint: sometimes(10, layerOf(fullAccessForAll, documentOf(of, resourceForm))),
      resource: sometimes(of.isResourceless ? 0 : 70, resource),
    })
    .map(withoutMissing);
}

/** In JSON, what is undefined is not there. */
function withoutMissing<T extends object>(all: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const present = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> };
}

function caseOf(of: Scene): fc.Arbitrary<NaiveCase> {
  return fc
    .record({
      principal: of.principal,
      action: fc.constantFrom(...of.actions),
      resource: fc.constantFrom(...of.resources),
      resourceAccount: fc.constantFrom(...of.accounts),
      context,
      policies: policiesOf(of),
    })
    .map(({ policies, resourceAccount, ...request }) => ({
      // The account in an ARN is the resource's; of other resources it has to be told.
      request: {
        ...request,
        ...(resourceAccount !== undefined &&
          !/:\d{12}:/.test(request.resource) && { resourceAccount }),
      },
      policies,
    }));
}

export const arbitraryCase: fc.Arbitrary<NaiveCase> = scene.chain(caseOf);

export function caseAndStatement(effect: NaiveStatement['Effect']): fc.Arbitrary<CaseAndStatement> {
  const form: StatementForm = { ...ownForm, effects: [effect] };
  return scene.chain((of) => fc.record({ given: caseOf(of), statement: statementOf(of, form) }));
}

/** A case and the values of an element of its scene. */
export function caseAndValues(
  name: 'actionPatterns' | 'resourcePatterns',
): fc.Arbitrary<{ readonly given: NaiveCase; readonly values: readonly string[] }> {
  return scene.chain((of) =>
    fc.record({
      given: caseOf(of),
      values: fc.array(fc.constantFrom(...of[name]), { minLength: 1, maxLength: 3 }),
    }),
  );
}
