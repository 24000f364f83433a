import {
  changesOfPlace,
  eachOnce,
  failOnAny,
  findTogether,
  jobData,
  missingRole,
  rule,
  unlessDoubted,
  type Account,
  type Findings,
  type JobPart,
} from '../../src/rule/index.ts';

export default rule({
  id: 'integrity/job-cannot-change-its-input',
  code: 'INT-01',
  title: 'The role of a job can change nothing that the job reads',
  severity: 'critical',
  why: 'Code that trains a model sees its data, and whoever gets to change that code can rewrite the data with the rights of the role: the poison is then in the data set, and every later model learns from it. Looked at is every way to replace, remove, relabel or unlock the objects of each input, or to change what keeps them in their bucket.',
  fix: 'Leave the role s3:GetObject and s3:ListBucket on the input, and s3:PutObject on the prefix of the output alone; keep input and output in different buckets.',
  on: 'sagemaker.training-job',
  alsoOn: ['sagemaker.tuning-job', 'sagemaker.processing-job', 'sagemaker.automl-job'],
  needs: [],
  check: ({ kind, id }, account) => {
    const { parts, missing } = jobData(account, kind, id);
    const found = parts.flatMap((part) => inputChanges(account, part));
    const evidence = new Map(found.flatMap((one) => one.evidence).map((one) => [one.finding, one]));
    return unlessDoubted(
      failOnAny([...evidence.values()]),
      eachOnce([...missing.role, ...missing.inputs, ...found.flatMap((one) => one.missing)]),
    );
  },
});

/** A role that is no more can change nothing. */
function inputChanges(account: Account, { role, inputs }: JobPart): readonly Findings[] {
  if (role === null) return [];
  if (account.find('iam.role', role) === undefined) {
    return [{ evidence: [], missing: missingRole(account, role) }];
  }
  return inputs.map(({ uri, resource }) =>
    findTogether([changesOfPlace(account, role, resource)], {
      finding: `changes:${uri}`,
      expected: 'a role that only reads what its job reads',
    }),
  );
}
