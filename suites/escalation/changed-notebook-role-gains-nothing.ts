import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/changed-notebook-role-gains-nothing',
  code: 'ESC-07',
  title: 'Nobody gets further permissions by giving a notebook another role',
  severity: 'critical',
  why: 'A notebook that exists can be given another role: whoever may update it, pass a role and get in works with all that the role can. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of iam:PassRole the roles that the principal may hand on; take sagemaker:UpdateNotebookInstance from it.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-07'),
});
