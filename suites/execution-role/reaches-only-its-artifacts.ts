import {
  failOnAny,
  grantsByAccessPoint,
  grantsObjects,
  grantingPolicies,
  judge,
  judgeExecutionRole,
  notCollected,
  overreaches,
  pass,
  placesOfRole,
  reachText,
  rule,
  statementName,
  statementRef,
  unlessDoubted,
  withAccessPoints,
  type Evidence,
  type Missing,
  type Overreach,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/reaches-only-its-artifacts',
  code: 'EXR-06',
  title: 'Execution roles reach the objects of their own jobs alone',
  severity: 'high',
  why: 'A job that can read every bucket leaks the data of all teams, and one that can write beside its output changes what others train on. The objects that a role may read, write or delete are held against those that its jobs, models and schedules name, and those that are declared.',
  fix: 'Name in Resource the prefixes of the jobs that run by the role (arn:aws:s3:::bucket/prefix/*), without a wildcard in the name of the bucket, or declare further places in inputs.artifacts.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy', 's3.bucket', 's3.access-point'],
  check: ({ id, trustPolicy, inlinePolicies, attachedPolicies }, account) =>
    judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
        const { policies, missing } = grantingPolicies(
          account,
          values.inlinePolicies ?? [],
          values.attachedPolicies ?? [],
        );
        if (!policies.some(({ policy }) => grantsObjects(policy))) {
          return unlessDoubted(pass(), missing);
        }
        const own = placesOfRole(account, id);
        const byPoint = policies.some(({ policy }) => grantsByAccessPoint(policy));
        const { places, missing: hidden } = byPoint ? withAccessPoints(account, own) : own;
        const found = overreaches(account, id, { policies, places });
        // A job that was not read may explain an object, but no job explains any bucket.
        const isSettled = ({ is, anyBucket }: Overreach) =>
          is === 'yes' && (anyBucket || (hidden.length === 0 && places.length > 0));
        const settled = found.filter(isSettled);
        const open = found.filter((one) => one.is !== 'held' && !isSettled(one));
        const held = found.filter(({ is }) => is === 'held');
        if (settled.length > 0) return failOnAny(settled.map((one) => evidenceOf(one, places)));
        return unlessDoubted(held.length > 0 ? pass(noteOf(held)) : pass(), [
          ...missing,
          ...open.map((one) => missingFor(one, places)),
          ...hidden,
        ]);
      }),
    ),
});

function noteOf(held: readonly Overreach[]): string {
  const texts = held.map(({ value, policy }) => `${value} of ${policy}`).join(', ');
  return `only another policy holds back ${texts}; name the prefixes there, too`;
}

function evidenceOf(
  { policy, statement, value, proof, text }: Overreach,
  places: readonly string[],
): Evidence {
  return {
    finding: `outside:${value}:${policy}:${statementName(statement)}`,
    expected: places.length === 0 ? 'objects in named buckets' : `objects in ${named(places)}`,
    got: proof === undefined ? `${value}: ${text}` : reachText(proof),
    statement: statementRef(policy, statement),
  };
}

function missingFor({ policy, value, text }: Overreach, places: readonly string[]): Missing {
  const what = `whether ${value} of ${policy} stays inside the artifacts of the role`;
  if (places.length > 0) return { what, why: notCollected(text) };
  return {
    what,
    why: notCollected('nothing in the snapshot tells what the role works on'),
    mend: 'declare inputs.artifacts in leastwise.yaml, e.g. trainingData: ["s3://bucket/prefix/"]',
  };
}

function named(places: readonly string[]): string {
  const shown = places.slice(0, 5).join(', ');
  return places.length > 5 ? `${shown} and ${String(places.length - 5)} more` : shown;
}
