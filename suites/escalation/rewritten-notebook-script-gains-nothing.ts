import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/rewritten-notebook-script-gains-nothing',
  code: 'ESC-06',
  title: 'Nobody gets further permissions by rewriting the script of a notebook',
  severity: 'critical',
  why: 'A lifecycle configuration that a notebook has runs as root with its role at the next start, whoever starts it: whoever may rewrite it needs nothing else. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Keep sagemaker:UpdateNotebookInstanceLifecycleConfig for those who run the platform.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-06'),
});
