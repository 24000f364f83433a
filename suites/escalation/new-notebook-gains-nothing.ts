import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/new-notebook-gains-nothing',
  code: 'ESC-01',
  title: 'Nobody gets further permissions by a notebook of their own',
  severity: 'critical',
  why: 'Whoever may make a notebook and pass it a role works in it with all that the role can. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of iam:PassRole the roles that the principal may hand on, no broader than itself; or take sagemaker:CreateNotebookInstance from it.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-01'),
});
