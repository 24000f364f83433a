import {
  ask,
  askWho,
  isPersona,
  judgeReached,
  noPersonas,
  onArtifactsIn,
  reached,
  rule,
  spareAdministrators,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

export default rule({
  id: 'integrity/code-is-written-by-ci',
  code: 'INT-16',
  title: 'Code that jobs run is written by pipelines alone',
  severity: 'high',
  why: 'A job runs whatever lies where its code is kept, with all that its role may do: whoever can replace a script or sourcedir.tar.gz acts as that role, without a review. The access engine is asked who can write the places of code that jobs name and inputs.artifacts declares. Declared administrators stand in the note; the root user is left out.',
  fix: 'Take s3:PutObject on the place of the code from the statement that is named; let a build pipeline alone upload, and declare it in inputs.personas.pipeline or imagePublisher.',
  on: 's3.bucket',
  needs: [],
  check: ({ id, name }, account) =>
    onArtifactsIn(account, { id, name, class: 'code' }, ({ places, uses }) => {
      const runners = uses.flatMap(({ how, role }) => (how === 'writes' ? [] : [role]));
      return judgeReached([
        reached({
          who: askWho(account, ask(['s3:PutObject'], places)),
          sentence: (subject) =>
            spareAdministrators(account, subject, () => sentenceOf(account, subject, runners)),
          finding: 'writer',
          expected: 'principals of inputs.personas.pipeline and imagePublisher',
        }),
      ]);
    }),
});

function sentenceOf(
  account: Account,
  { sort, name }: Subject,
  runners: readonly (string | undefined)[],
): Sentence {
  const { pipeline, imagePublisher } = account.inputs.personas;
  if (isPersona(account, 'pipeline', name) || isPersona(account, 'imagePublisher', name)) {
    return 'allowed';
  }
  const isOwn = sort === 'role' || sort === 'user';
  // What runs the code, and strangers, are no build pipeline, whoever is declared.
  if (!isOwn || runners.includes(name)) return 'forbidden';
  const isDeclared = pipeline !== undefined || imagePublisher !== undefined;
  return isDeclared ? 'forbidden' : { missing: noPersonas(name, 'pipeline') };
}
