import fc from 'fast-check';
import type { NaivePrincipal, NaiveStatement } from './naive-evaluator/naive-case.ts';
import { condition } from './arbitrary-condition.ts';
import { list } from './arbitrary-list.ts';
import { named, providers, services } from './arbitrary-name.ts';
import type { Scene } from './arbitrary-scene.ts';

export interface StatementForm {
  readonly effects: readonly NaiveStatement['Effect'][];
  /** `everyone`: as in resource control policies. */
  readonly principal: 'none' | 'everyone' | 'any';
  readonly resource: 'always' | 'never' | 'mostly';
}

export function statementOf(scene: Scene, form: StatementForm): fc.Arbitrary<NaiveStatement> {
  return fc
    .tuple(
      fc.constantFrom(...form.effects),
      actionOf(scene),
      resourceOf(scene, form.resource),
      condition,
      principalOf(form.principal),
    )
    .map(([Effect, action, resource, ofCondition, principal]) => ({
      Effect,
      ...principal,
      ...action,
      ...resource,
      ...ofCondition,
    }));
}

function actionOf({ actions, actionPatterns }: Scene): fc.Arbitrary<Partial<NaiveStatement>> {
  return fc.oneof(
    { weight: 5, arbitrary: list(actionPatterns).map((Action) => ({ Action })) },
    list([...actions, ...actionPatterns]).map((NotAction) => ({ NotAction })),
  );
}

function resourceOf(
  { resources, resourcePatterns }: Scene,
  form: StatementForm['resource'],
): fc.Arbitrary<Partial<NaiveStatement>> {
  if (form === 'never') return fc.constant({});
  const given = fc.oneof(
    { weight: 5, arbitrary: list(resourcePatterns).map((Resource) => ({ Resource })) },
    list([...resources, ...resourcePatterns].filter(hasValue)).map((NotResource) => ({
      NotResource,
    })),
  );
  if (form === 'always') return given;
  return fc.oneof({ weight: 30, arbitrary: given }, fc.constant({}));
}

/** What NotResource means with a variable that has no value can be read in two ways. */
function hasValue(pattern: string): boolean {
  return !pattern.includes('${aws:username}');
}

const element: fc.Arbitrary<NaivePrincipal> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('*' as const) },
  { weight: 6, arbitrary: list(named).map((AWS) => ({ AWS })) },
  { weight: 1, arbitrary: list(services).map((Service) => ({ Service })) },
  { weight: 1, arbitrary: list(providers).map((Federated) => ({ Federated })) },
  { weight: 1, arbitrary: fc.constant({ CanonicalUser: '79a59df900b9' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(list(named), list(services), list(providers))
      .map(([AWS, Service, Federated]) => ({ AWS, Service, Federated })),
  },
);

function principalOf(form: StatementForm['principal']): fc.Arbitrary<Partial<NaiveStatement>> {
  if (form === 'none') return fc.constant({});
  if (form === 'everyone') return fc.constant({ Principal: '*' as const });
  return fc.oneof(
    { weight: 9, arbitrary: element.map((Principal) => ({ Principal })) },
    // Whole chains of names are rare by chance.
    element.map((NotPrincipal) => ({ NotPrincipal })),
    fc
      .uniqueArray(fc.constantFrom(...named.slice(0, 9), '111122223333'), { minLength: 3 })
      .map((AWS) => ({ NotPrincipal: { AWS } })),
  );
}
