import {
  coversActions,
  failOnAny,
  judge,
  outsideEvidence,
  pass,
  readPolicy,
  rule,
  statementName,
  statementRef,
  unlessDoubted,
  type Evidence,
  type Statement,
} from '../../src/rule/index.ts';

const name = 'group policy';

export default rule({
  id: 'exposure/model-group-is-shared-with-trusted',
  code: 'EXP-09',
  title: 'Model package groups are shared with trusted accounts, action by action',
  severity: 'high',
  why: 'The group policy is for all versions of a model: whoever it lets in reads where weights and reports are, and with sagemaker:* approves, changes and deletes versions. Only the account, inputs.trustedAccounts and the own organisation may get in.',
  fix: 'In PutModelPackageGroupPolicy name the accounts, or bind Principal "*" with aws:PrincipalOrgID, and list the actions that they need, such as sagemaker:DescribeModelPackage; declare accounts that may get in in inputs.trustedAccounts.',
  on: 'sagemaker.model-package-group',
  needs: ['policy'],
  check: ({ policy: observed }, account) =>
    judge({ policy: observed }, ({ policy }) => {
      if (policy === null) return pass();
      const { evidence, missing } = outsideEvidence(account, {
        name,
        resourceType: 'AWS::SageMaker::ModelPackageGroup',
        policy,
        allowed: 'trusted',
      });
      const whole = readPolicy(name, policy).policy.statements.flatMap(wholeService);
      return unlessDoubted(failOnAny([...evidence, ...whole]), missing);
    }),
});

/** An Allow of all that SageMaker has, whoever it is for. */
function wholeService(statement: Statement): readonly Evidence[] {
  const { effect, action } = statement;
  if (effect !== 'Allow' || !(action.not || coversActions(action, 'sagemaker:*'))) return [];
  return [
    {
      finding: `whole-service:${statementName(statement)}`,
      expected: 'an Allow that lists single actions',
      got: `${action.not ? 'all but ' : ''}${action.values.join(', ')}`,
      field: 'policy',
      statement: statementRef(name, statement),
    },
  ];
}
