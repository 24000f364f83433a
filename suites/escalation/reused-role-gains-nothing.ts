import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/reused-role-gains-nothing',
  code: 'ESC-14',
  title: 'Nobody gets further permissions by changing what runs with an old role',
  severity: 'high',
  why: 'A pipeline keeps its role when its definition is changed, and a model keeps its role when its archive is replaced and it is served: no role is passed, so iam:PassRole holds nobody back. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Let the deploying role alone call sagemaker:UpdatePipeline, UpdateEndpoint and CreateEndpoint, and the training role alone write archives of models.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-14'),
});
