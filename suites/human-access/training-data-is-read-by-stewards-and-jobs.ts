import {
  ask,
  askWho,
  isPersona,
  judgeReached,
  noPersonas,
  onArtifactsIn,
  reached,
  rolesFor,
  rule,
  spareAdministrators,
  standingOf,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/training-data-is-read-by-stewards-and-jobs',
  code: 'HUM-10',
  title: 'Only data stewards and the roles of training and processing jobs read training data',
  severity: 'high',
  why: 'Raw training data is what is hardest to take back: people who build models work on what jobs make of it, and endpoints need none of it. The access engine is asked who can read the places that jobs read and inputs.artifacts declares, with the key where one encrypts them. Roles of jobs count as far back as the snapshot lists jobs. Declared administrators stand in the note; the root user and AWS services are left out.',
  fix: 'Take s3:GetObject from the statement that is named, or the key from the principal; declare stewards in inputs.personas.dataSteward.',
  on: 's3.bucket',
  needs: [],
  uses: ['iam.role'],
  check: ({ id, name }, account) =>
    onArtifactsIn(account, { id, name, class: 'trainingData' }, ({ places, uses }) => {
      const readers = uses.flatMap(({ how, role }) => (how === 'writes' ? [] : [role]));
      return judgeReached([
        reached({
          who: askWho(account, ask(['s3:GetObject'], places)),
          sentence: (subject) =>
            spareAdministrators(account, subject, () => sentenceOf(account, subject, readers)),
          finding: 'reader',
          expected: 'data stewards, and the roles of training and processing jobs',
        }),
      ]);
    }),
});

function sentenceOf(
  account: Account,
  { sort, name }: Subject,
  readers: readonly (string | undefined)[],
): Sentence {
  if (sort === 'service' || isPersona(account, 'dataSteward', name)) return 'allowed';
  const jobs = rolesFor(account, 'training', 'tuning', 'automl', 'processing');
  if (jobs.roles.has(name) || readers.includes(name)) return 'allowed';
  if (sort !== 'role' && sort !== 'user') return 'forbidden';
  const standing = standingOf(account, name);
  if (standing.is === 'unclear') return { missing: standing.missing };
  const [gap] = jobs.missing;
  // With jobs that were not read, it may be the role of one of them.
  if (standing.is === 'execution-role') return gap === undefined ? 'forbidden' : { missing: gap };
  const isDeclared = account.inputs.personas.dataSteward !== undefined;
  return isDeclared ? 'forbidden' : { missing: noPersonas(name, 'dataSteward') };
}
