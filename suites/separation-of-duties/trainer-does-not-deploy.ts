import {
  accessOf,
  deployQuestions,
  findTogether,
  inProduction,
  judgePrincipal,
  principalFields,
  rule,
  trainQuestions,
} from '../../src/rule/index.ts';

export default rule({
  id: 'separation-of-duties/trainer-does-not-deploy',
  code: 'SOD-01',
  title: 'Nobody both trains models and deploys them',
  severity: 'high',
  why: 'Two pairs of eyes on the way to production are lost where one principal can start training or processing jobs and put what comes out behind an endpoint. Every endpoint counts as production, or those with a tag Environment of prod or production where any has it. A declared administrator passes with a note.',
  fix: 'Take sagemaker:CreateEndpoint, UpdateEndpoint and CreateEndpointConfig from those who train, or name in Resource the endpoints that are not production; deploy by a role of its own.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, () => {
      const { id } = principal;
      const trains = accessOf(account, id, trainQuestions(account));
      if (trains.is === 'no') return { evidence: [], missing: [] };
      const deploys = accessOf(account, id, deployQuestions(account));
      const found = findTogether([trains, deploys], {
        finding: 'trains-and-deploys',
        expected: 'training and deployment by different principals',
      });
      return inProduction(account, found);
    }),
});
