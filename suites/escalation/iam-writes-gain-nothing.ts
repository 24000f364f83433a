import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/iam-writes-gain-nothing',
  code: 'ESC-16',
  title: 'Nobody gets further permissions by IAM or by passing a role to another service',
  severity: 'critical',
  why: 'Whoever may attach or rewrite policies of their own, take off their boundary, rewrite a trust policy, make credentials of somebody else, or start a Lambda function, an instance or a stack with another role has whatever they like. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Take the action that is named from the principal, or bind it: iam:PolicyARN for attaching, iam:PermissionsBoundary for boundaries, the Resource of iam:PassRole for roles.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-16'),
});
