import { judgePrincipal, principalFields, rule, tagFindings } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/tags-open-nothing',
  code: 'ESC-15',
  title: 'Nobody opens for themselves what tags keep closed',
  severity: 'high',
  why: "Where a principal's policies or its boundary rely on the tags of SageMaker's resources, whoever may set or remove these tags on resources that exist decides for themselves what they may do. The access engine is asked about sagemaker:AddTags and DeleteTags on the resources of each such statement, in the state in which it binds and without the key sagemaker:TaggingAction, which only calls carry that make the resource. A declared administrator passes with a note.",
  fix: 'Allow sagemaker:AddTags only with the condition key sagemaker:TaggingAction, or only on resources that have the right tag already; keep DeleteTags for those who run the platform.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, () => tagFindings(account, principal.id)),
});
