import {
  inEachGrant,
  isFixed,
  judgeGrants,
  mayMean,
  patternParts,
  rule,
  statementName,
  statementRef,
  touchesAction,
  type Evidence,
  type Grant,
} from '../../src/rule/index.ts';

const pulling = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchCheckLayerAvailability',
];

/** What replaces or removes images, or lets others do so. */
const changing = [
  ...['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
  ...['ecr:BatchDeleteImage', 'ecr:DeleteRepository', 'ecr:PutLifecyclePolicy'],
  ...['ecr:SetRepositoryPolicy', 'ecr:DeleteRepositoryPolicy', 'ecr:PutImageTagMutability'],
  ...['ecr:PutRegistryPolicy', 'ecr:DeleteRegistryPolicy', 'ecr:PutReplicationConfiguration'],
  ...['ecr:ReplicateImage', 'ecr:BatchImportUpstreamImage', 'ecr:CreatePullThroughCacheRule'],
];

export default rule({
  id: 'execution-role/pulls-only-named-images',
  code: 'EXR-13',
  title: 'Execution roles may pull from named repositories, and change no image',
  severity: 'high',
  why: 'A job that can push an image, or open a repository, changes the code that the next job and the endpoint run; one that pulls from any repository runs what others put there. The text of the policies is judged: policies of repositories are not captured.',
  fix: 'Name the repositories in Resource (arn:aws:ecr:REGION:ACCOUNT:repository/NAME), leave "*" to ecr:GetAuthorizationToken in a statement of its own, and give what changes images to the role that builds them.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: (role, account) =>
    judgeGrants(
      account,
      role,
      inEachGrant((grant) => [...changes(grant), ...pullsAnywhere(grant, role.account)]),
    ),
});

function changes({ policy, statement }: Grant): readonly Evidence[] {
  const { action, resource } = statement;
  if (resource?.not === false && !resource.values.some(mayBeRepository)) return [];
  const named = action.not
    ? [{ words: 'NotAction', element: action }]
    : action.values.map((words) => ({ words, element: { not: false, values: [words] } }));
  return named
    .filter(({ element }) => changing.some((one) => touchesAction(element, one)))
    .map(({ words, element }) => ({
      finding: `changes:${words}:${policy}:${statementName(statement)}`,
      expected: 'no action that changes images or the policies of repositories',
      got: `Allow ${words}, which means ${changing.filter((one) => touchesAction(element, one)).join(', ')}`,
      statement: statementRef(policy, statement),
    }));
}

function pullsAnywhere({ policy, statement }: Grant, account: string): readonly Evidence[] {
  const { action, resource } = statement;
  if (resource === undefined || !pulling.some((one) => touchesAction(action, one))) return [];
  const places = resource.not
    ? [`NotResource ${resource.values.join(', ')}`]
    : resource.values.filter((value) => mayBeRepository(value) && !isNamed(value, account));
  return places.map((got) => ({
    finding: `pulls:${resource.not ? 'NotResource' : got}:${policy}:${statementName(statement)}`,
    expected: 'the account and the name of each repository',
    got,
    statement: statementRef(policy, statement),
  }));
}

function mayBeRepository(value: string): boolean {
  return mayMean(value, 'arn:*:ecr:*:*:repository/*');
}

function isNamed(value: string, account: string): boolean {
  const parts = patternParts(value, account);
  return parts !== undefined && isFixed(parts[4] ?? '*') && isFixed(parts[5] ?? '*');
}
