import {
  accessOf,
  artifactGroups,
  artifactsOf,
  ask,
  findTogether,
  firstAccessOf,
  judge,
  judgePrincipal,
  keysOfPlaces,
  ownAccessOf,
  rule,
  sageMakerWork,
  type Account,
  type ArtifactGroup,
  type Findings,
  type JudgedPrincipal,
} from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/user-touches-no-artifact',
  code: 'HUM-02',
  title: 'No IAM user can touch an artifact',
  severity: 'high',
  why: 'A user has credentials that last, and no session that tells who acted and why: artifacts are for roles. Asked is what a user comes to as that user, by policies of its own and of its groups, or a resource policy that names it or the account; what everybody can is the finding of other rules. A declared administrator passes with a note.',
  fix: 'Take the action from the statement that is named; let the person or machine assume a role for it.',
  on: 'iam.user',
  needs: ['inlinePolicies', 'attachedPolicies', 'permissionsBoundary', 'groups'],
  check: (user, account) => judge({ groups: user.groups }, () => judgeUser(user, account)),
});

function judgeUser(user: JudgedPrincipal, account: Account) {
  return judgePrincipal(account, user, () => {
    const { list, missing } = artifactsOf(account);
    const keys = keysOfPlaces(
      account,
      list.map(({ resource }) => resource),
    );
    const each = [
      ...artifactGroups(list).map((group) => groupFindings(account, user, group)),
      ...keys.list.map((key) =>
        findTogether([accessOf(account, user.id, ask(['kms:Decrypt'], [key]))], {
          finding: `decrypts:${key}`,
          expected: 'no user that decrypts artifacts',
        }),
      ),
      findTogether([firstAccessOf(account, user.id, ask(sageMakerWork(account, user), ['*']))], {
        finding: 'works-in-sagemaker',
        expected: 'no user that creates, updates or invokes anything in SageMaker',
      }),
    ];
    return {
      evidence: each.flatMap(({ evidence }) => evidence),
      missing: [...each.flatMap((one) => one.missing), ...missing, ...keys.missing],
    };
  });
}

function groupFindings(
  account: Account,
  user: JudgedPrincipal,
  { name, inS3, places }: ArtifactGroup,
): Findings {
  const actions = inS3 ? ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] : ['ecr:PutImage'];
  return findTogether([ownAccessOf(account, user, ask(actions, places))], {
    finding: `touches:${name}`,
    expected: 'no user that reads, writes or removes artifacts',
  });
}
