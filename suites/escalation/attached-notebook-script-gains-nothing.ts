import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/attached-notebook-script-gains-nothing',
  code: 'ESC-05',
  title: 'Nobody gets further permissions by a script for a notebook',
  severity: 'critical',
  why: "A lifecycle script runs as root with the notebook's role when the notebook starts: whoever may attach one of their own and have the notebook start anew acts as the role. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.",
  fix: 'Keep sagemaker:CreateNotebookInstanceLifecycleConfig and UpdateNotebookInstance for those who run the platform.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-05'),
});
