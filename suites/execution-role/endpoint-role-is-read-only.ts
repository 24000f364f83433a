import {
  artifactsOfClass,
  eachOnce,
  failOnAny,
  judge,
  judgeExecutionRole,
  lineageGaps,
  notApplicable,
  notCollected,
  pass,
  ownReach,
  reachStatement,
  reachText,
  rule,
  unknown,
  unlessDoubted,
  unsure,
  whatRoleDoes,
  type Account,
  type Evidence,
  type Findings,
  type Missing,
  type Verdict,
} from '../../src/rule/index.ts';

const writes = ['s3:PutObject', 's3:DeleteObject'];

export default rule({
  id: 'execution-role/endpoint-role-is-read-only',
  code: 'EXR-12',
  title: 'Roles of endpoints read no training data and write no model weights',
  severity: 'high',
  why: 'An endpoint answers strangers: whoever breaks into its container has its role. With training data in reach the data leaks, with the weights in reach the next deployment serves what the intruder left there.',
  fix: 'Let the role of the model read the prefix of its weights and write the prefix of its data capture, and give training and batch work roles of their own.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy', 's3.bucket'],
  check: ({ id, trustPolicy, inlinePolicies, attachedPolicies }, account) =>
    judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
        const { list } = whatRoleDoes(account, id);
        if (list.some(({ purpose }) => purpose === 'endpoint')) return judgeServing(account, id);
        const [first, ...rest] = lineageGaps(account);
        return first === undefined
          ? notApplicable('no model of the snapshot is served by it')
          : unknown(first, ...rest);
      }),
    ),
});

function judgeServing(account: Account, role: string): Verdict {
  const data = artifactsOfClass(account, 'trainingData');
  const weights = artifactsOfClass(account, 'modelWeights');
  const open = data.list.filter(({ resource }) => everybodyReads(account, resource) === 'yes');
  const kept = data.list.filter((one) => !open.includes(one));
  const found = [
    ...kept.map(({ resource }) => {
      const found = access(account, role, readingOf(resource));
      if (found.evidence.length === 0 || everybodyReads(account, resource) === 'no') return found;
      return { evidence: [], missing: [unsureWhetherPublic(resource)] };
    }),
    ...weights.list.map((one) => access(account, role, writingOf(one.resource))),
  ];
  const evidence = found.flatMap((one) => one.evidence);
  if (evidence.length > 0) return failOnAny(evidence);
  const names = open.map(({ resource }) => resource).join(', ');
  return unlessDoubted(
    open.length === 0 ? pass() : pass(`left out is what everybody can read: ${names}`),
    eachOnce([
      ...found.flatMap(({ missing }) => missing),
      ...lineageGaps(account),
      ...(data.list.length > 0 ? [] : undeclared(account)),
    ]),
  );
}

/** What everybody reads is a finding of the bucket, not of each role. */
function everybodyReads(account: Account, resource: string): 'yes' | 'no' | 'may' {
  return account.reach('anonymous', { action: 's3:GetObject', resource }).is;
}

interface Forbidden extends Pick<Evidence, 'finding' | 'expected'> {
  readonly actions: readonly string[];
  readonly resource: string;
}

function readingOf(resource: string): Forbidden {
  const expected = 'no training data in reach of an endpoint';
  return { finding: `reads:${resource}`, expected, actions: ['s3:GetObject'], resource };
}

function writingOf(resource: string): Forbidden {
  const expected = 'no model weights that an endpoint can write';
  return { finding: `writes:${resource}`, expected, actions: writes, resource };
}

function access(
  account: Account,
  role: string,
  { actions, resource, ...found }: Forbidden,
): Findings {
  const reaches = actions.flatMap((action) => ownReach(account, role, { action, resource }) ?? []);
  const sure = reaches.filter(({ answer }) => answer.is === 'yes');
  const [first] = sure;
  if (first === undefined) {
    return {
      evidence: [],
      missing: reaches.filter(({ answer }) => answer.is === 'may').map(unsure),
    };
  }
  const statement = reachStatement(first);
  const got = sure.map(reachText).join('; ');
  return { evidence: [{ ...found, got, ...(statement && { statement }) }], missing: [] };
}

function unsureWhetherPublic(resource: string): Missing {
  const why = notCollected('the policies, the ACL or the block of public access are not all known');
  return { what: `whether everybody can read ${resource}`, why };
}

/** An account without training data has to say so. */
function undeclared({ inputs }: Account): readonly Missing[] {
  if (inputs.artifacts.trainingData !== undefined) return [];
  return [
    {
      what: 'inputs.artifacts.trainingData',
      why: notCollected('nothing in the snapshot tells where training data is'),
      mend: 'declare inputs.artifacts.trainingData in leastwise.yaml; an empty list if there is none',
    },
  ];
}
