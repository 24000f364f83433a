import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/written-code-gains-nothing',
  code: 'ESC-12',
  title: 'Nobody gets further permissions by replacing what others run',
  severity: 'critical',
  why: 'An endpoint, a schedule or a job that still runs fetches its image, its code and its weights (their formats carry code) again when a container starts: whoever may write them acts as its role. Images by digest cannot be replaced; the role whose job writes the very place does its work, and so do those of inputs.personas.imagePublisher with images and pipeline with code. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Let the role that makes the artifact alone write it; make tags immutable or name images by digest; keep versions and lock them.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-12'),
});
