import {
  accessOf,
  artifactGroups,
  artifactsOf,
  artifactWrites,
  deployQuestions,
  findTogether,
  inProduction,
  isPersona,
  judgePrincipal,
  principalFields,
  rule,
  type Findings,
} from '../../src/rule/index.ts';

export default rule({
  id: 'separation-of-duties/deployer-writes-no-artifacts',
  code: 'SOD-04',
  title: 'Who deploys models writes neither training data nor weights nor images',
  severity: 'high',
  why: 'What was evaluated and approved is what is deployed only if the one who deploys cannot change it on the way. Judged are principals of inputs.personas.deployer and all who can create or update endpoints in production; a declared administrator passes with a note. The places are those that jobs, models and endpoints tell of and that inputs.artifacts declares.',
  fix: 'Take s3:PutObject, s3:DeleteObject and ecr:PutImage on the place that is named from those who deploy: weights come from training roles, images from a build pipeline.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, (): Findings => {
      const { id } = principal;
      const isDeclared = isPersona(account, 'deployer', id);
      const deploys = accessOf(account, id, deployQuestions(account));
      const nothing = { evidence: [], missing: [] };
      if (deploys.is === 'no' && !isDeclared) return inProduction(account, nothing);
      const artifacts = artifactsOf(account);
      const groups = artifactGroups(artifacts.list, ['trainingData', 'modelWeights', 'image']);
      const each = groups.map((group) => {
        const writes = accessOf(account, id, artifactWrites(group));
        return findTogether(isDeclared ? [writes] : [deploys, writes], {
          finding: `writes:${group.name}`,
          expected: 'no training data, weights or images that one who deploys writes',
        });
      });
      const found = {
        evidence: each.flatMap(({ evidence }) => evidence),
        missing: [...each.flatMap(({ missing }) => missing), ...artifacts.missing],
      };
      return isDeclared ? found : inProduction(account, found);
    }),
});
