import {
  accessOf,
  artifactGroups,
  artifactsOf,
  artifactWrites,
  ask,
  findTogether,
  inProduction,
  isDeveloper,
  judgePrincipal,
  keysOfPlaces,
  principalFields,
  productionOf,
  rule,
  type Access,
  type Account,
  type Findings,
} from '../../src/rule/index.ts';

const endpointWrites = [
  'sagemaker:UpdateEndpoint',
  'sagemaker:UpdateEndpointWeightsAndCapacities',
  'sagemaker:DeleteEndpoint',
];
const keyWrites = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

export default rule({
  id: 'separation-of-duties/developer-does-not-change-production',
  code: 'SOD-05',
  title: 'Developers change nothing in production',
  severity: 'high',
  why: 'A model in production answers for the company: who experiments must not replace or remove an endpoint, what it serves, or the key that keeps that. Developers are the principals of inputs.personas.dataScientist and the roles of notebooks and Studio; where none is declared, also whoever can start training or processing jobs and is no execution role. Every endpoint counts as production, or those with a tag Environment of prod or production where any has it. A declared administrator passes with a note.',
  fix: 'Take the action on the endpoint, place or key that is named from those who develop; tag endpoints in production with Environment prod.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, (): Findings => {
      const developer = isDeveloper(account, principal.id);
      if (developer.is === 'no') return { evidence: [], missing: developer.missing };
      const found = changesOf(account, principal.id, developer.access);
      return inProduction(account, { ...found, missing: [...found.missing, ...developer.missing] });
    }),
});

function changesOf(account: Account, id: string, develops: readonly Access[]): Findings {
  const { endpoints, artifacts } = productionOf(account);
  const keys = keysOfPlaces(
    account,
    artifacts.map(({ resource }) => resource),
  );
  const targets = [
    ...endpoints.map((one) => ({ name: `endpoint:${one}`, questions: ask(endpointWrites, [one]) })),
    ...artifactGroups(artifacts, ['modelWeights', 'code', 'image']).map((one) => ({
      name: `artifacts:${one.name}`,
      questions: artifactWrites(one),
    })),
    ...keys.list.map((one) => ({ name: `key:${one}`, questions: ask(keyWrites, [one]) })),
  ];
  const each = targets.map(({ name, questions }) =>
    findTogether([...develops, accessOf(account, id, questions)], {
      finding: `changes-${name}`,
      expected: 'nothing in production that a developer changes',
    }),
  );
  return {
    evidence: each.flatMap(({ evidence }) => evidence),
    missing: [
      ...each.flatMap(({ missing }) => missing),
      ...artifactsOf(account).missing,
      ...keys.missing,
    ],
  };
}
