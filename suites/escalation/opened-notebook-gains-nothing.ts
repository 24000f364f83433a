import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/opened-notebook-gains-nothing',
  code: 'ESC-04',
  title: 'Nobody gets further permissions by opening a notebook',
  severity: 'high',
  why: 'A notebook that runs works by its own role: whoever may open it has all that the role can. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of sagemaker:CreatePresignedNotebookInstanceUrl the notebooks of the principal, or bind it to their tags; give notebooks narrower roles.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-04'),
});
