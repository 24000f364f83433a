import {
  fromNowhere,
  isDeclaredAdministrator,
  isServiceLinkedRole,
  judgeReached,
  reached,
  rule,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

/** What each action makes a URL for, by the first part of its ARN. */
const actions = {
  'sagemaker:CreatePresignedDomainUrl': 'user-profile',
  'sagemaker:CreatePresignedNotebookInstanceUrl': 'notebook-instance',
  'sagemaker:CreatePresignedMlflowTrackingServerUrl': 'mlflow-tracking-server',
} as const;

/**
 * Asked of everybody and of all resources in every Region: may he make a URL by a call of his own
 * that comes through no VPC and from an address that nobody has? Whatever he may do beside that is
 * then fenced by a VPC, an endpoint or an address, in whatever policy and form this is written.
 */
export default rule({
  id: 'exposure/presigned-urls-are-fenced',
  code: 'EXP-15',
  title: 'Presigned URLs of Studio, notebooks and MLflow are made in known networks alone',
  severity: 'high',
  why: 'A presigned URL opens Studio, a notebook or an MLflow server with its execution role, from anywhere, for whoever has it. SageMaker has no condition keys for these actions, so the network of the caller is the fence. The access engine is asked whether a caller can make one from no known network; declared administrators stand in the note, and the root user and roles that AWS keeps are left out.',
  fix: 'Allow the action that is named only under a condition on aws:SourceVpce, aws:SourceIp or aws:VpcSourceIp, or deny it for requests from elsewhere, best in a service control policy.',
  on: 'iam.account',
  needs: [],
  uses: ['iam.role', 'iam.user'],
  check: (_, account) =>
    judgeReached(
      Object.entries(actions).map(([action, type]) => {
        const resource = `arn:${account.partition}:sagemaker:*:${account.id}:${type}/*`;
        return reached({
          who: fromNowhere({ action, resource }).map((question) => account.whoCan(question)),
          sentence: (subject) => sentenceOf(account, subject),
          finding: type,
          expected: `${action} under a condition on the network of the caller`,
        });
      }),
    ),
});

function sentenceOf(account: Account, { sort, name }: Subject): Sentence {
  if (sort === 'root' || isServiceLinkedRole(name)) return 'allowed';
  return isDeclaredAdministrator(account, name) ? 'administrator' : 'forbidden';
}
