import {
  ask,
  askWho,
  declaredPersonas,
  judgeReached,
  onArtifactBucket,
  reached,
  rule,
  spareAdministrators,
  standingOf,
  unsure,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

const actions = [
  's3:PutBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutBucketObjectLockConfiguration',
];

export default rule({
  id: 'separation-of-duties/bucket-policy-is-kept-from-ml',
  code: 'SOD-07',
  title: 'Who works with artifacts does not rule their bucket',
  severity: 'high',
  why: 'Whoever reads artifacts and can change the policy, ACLs, public access block, versioning or object lock of their bucket can give the data away and remove what would tell. Judged are execution roles, principals of declared personas but key administrators, strangers, and whoever else can read an object of the bucket. Declared administrators stand in the note; the root user is left out.',
  fix: 'Take the action from the statement that is named (s3:* and s3:Put* hold it); let a platform role without s3:GetObject keep the settings of buckets.',
  on: 's3.bucket',
  needs: [],
  check: ({ id, name }, account) =>
    onArtifactBucket(account, name, () =>
      judgeReached([
        reached({
          who: askWho(account, ask(actions, [id])),
          sentence: (subject) =>
            spareAdministrators(account, subject, () => sentenceOf(account, subject, id)),
          finding: 'rules-bucket',
          expected: 'principals that neither work with artifacts nor read them',
        }),
      ]),
    ),
});

function sentenceOf(account: Account, subject: Subject, bucket: string): Sentence {
  const { sort, name } = subject;
  if (sort !== 'role' && sort !== 'user') return 'forbidden';
  if (declaredPersonas(account, name).some((one) => one !== 'keyAdmin')) return 'forbidden';
  const standing = standingOf(account, name);
  if (standing.is === 'execution-role') return 'forbidden';
  const answer = account.reach(name, { action: 's3:GetObject', resource: `${bucket}/*` });
  switch (answer.is) {
    case 'yes':
      return 'forbidden';
    case 'may':
      return { missing: unsure({ subject, answer }) };
    case 'no':
      return standing.is === 'unclear' ? { missing: standing.missing } : 'allowed';
  }
}
