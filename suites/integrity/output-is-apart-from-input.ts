import {
  dataJobs,
  eachOnce,
  failOnAny,
  jobData,
  placesOverlap,
  rule,
  unlessDoubted,
  type Evidence,
  type JobPart,
} from '../../src/rule/index.ts';

const [first, ...others] = dataJobs;

export default rule({
  id: 'integrity/output-is-apart-from-input',
  code: 'INT-02',
  title: 'Jobs write nowhere that they read',
  severity: 'high',
  why: 'A job whose output or checkpoints land among its input changes the data that the next run learns from, and no permission can then tell the two apart. An S3 prefix is a string prefix: s3://data/churn holds s3://data/churn-models too.',
  fix: 'Write to another bucket, or to a prefix that is no start of the input prefix and does not start with it; end prefixes with a slash.',
  on: first,
  alsoOn: others,
  needs: [],
  check: ({ kind, id }, account) => {
    const { parts, missing } = jobData(account, kind, id);
    const doubts = eachOnce([...missing.inputs, ...missing.outputs]);
    return unlessDoubted(failOnAny(parts.flatMap(overlaps)), doubts);
  },
});

function overlaps({ inputs, outputs }: JobPart): readonly Evidence[] {
  return outputs.flatMap((output) =>
    inputs
      .filter((input) => placesOverlap(input.resource, output.resource))
      .map((input) => ({
        finding: `overlap:${output.uri}:${input.uri}`,
        expected: 'output outside every input prefix, and no input inside the output prefix',
        got: `writes to ${output.uri}, reads from ${input.uri}`,
      })),
  );
}
