import {
  declaredPersonas,
  isFederated,
  judge,
  judgeExecutionRole,
  judgeReached,
  reached,
  rule,
  spareAdministrators,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

const actions = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

/** What machines do, whatever they log in by. */
const machines: readonly string[] = ['pipeline', 'imagePublisher', 'invoker'];

export default rule({
  id: 'human-access/execution-role-is-not-for-people',
  code: 'HUM-09',
  title: 'People cannot assume execution roles',
  severity: 'high',
  why: 'What an execution role does is to be the work of a job that somebody can look up: a person who assumes it reads and writes artifacts under the name of a machine. People are IAM users, whoever comes through an identity provider, roles that trust one, and principals of declared personas but pipeline, imagePublisher and invoker. Declared administrators stand in the note. Other accounts are a matter of what the role trusts.',
  fix: 'Leave sagemaker.amazonaws.com alone in the trust policy of the role, and take sts:AssumeRole on it from the principal that is named.',
  on: 'iam.role',
  needs: ['trustPolicy'],
  uses: ['iam.user'],
  check: ({ id, trustPolicy }, account) =>
    judge({ trustPolicy }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () =>
        judgeReached([
          reached({
            who: actions.map((action) => account.whoCan({ action, resource: id })),
            sentence: (subject) =>
              spareAdministrators(account, subject, () => sentenceOf(account, subject)),
            finding: 'assumed-by',
            expected: 'AWS services, and no person',
          }),
        ]),
      ),
    ),
});

function sentenceOf(account: Account, { sort, name }: Subject): Sentence {
  if (sort === 'user' || sort === 'federated') return 'forbidden';
  if (sort !== 'role') return 'allowed';
  const personas = declaredPersonas(account, name);
  if (personas.some((one) => !machines.includes(one))) return 'forbidden';
  if (personas.length > 0) return 'allowed';
  const federated = isFederated(account, name);
  if (federated.is === 'unclear') return { missing: federated.missing };
  return federated.is === 'yes' ? 'forbidden' : 'allowed';
}
