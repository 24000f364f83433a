import { motoAccount } from './moto-client.ts';

// What the rules say that ask who can: `inverted-attached` may do all but IAM, `inverted-inline` has a
// boundary that is gone, and any account may enter `trusts-anybody`, which has AmazonSageMakerFullAccess.

/** As `motoVerdicts`. */
export const motoAccessVerdicts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ENC-21': {
    'for-lambda': 'not-applicable',
    'inverted-attached': 'fail: every-key:arn:aws:iam::123456789012:policy/all-but-iam:#0',
    'inverted-inline': 'fail: every-key:inline policy wide:#0',
    'training-right': 'pass',
    'trusts-anybody': 'pass',
  },
  // By its iam:PassRole on any role it makes a notebook, a job, an endpoint that acts as the other one.
  ...Object.fromEntries(
    ['ESC-01', 'ESC-02', 'ESC-03', 'ESC-07', 'ESC-11'].map((code) => [
      code,
      { ...eachPrincipal('pass'), 'trusts-anybody': 'fail: acts-as:role/inverted-attached' },
    ]),
  ),
  'ESC-06': eachPrincipal('pass'),
  // Moto lists no user profiles, spaces and apps of Studio, no pipelines, no images.
  ...Object.fromEntries(
    ['ESC-08', 'ESC-09', 'ESC-12', 'ESC-13', 'ESC-14', 'ESC-17', 'SOD-02'].map((code) => [
      code,
      eachPrincipal('unknown'),
    ]),
  ),
  'ESC-16': eachPrincipal('pass'),
  'EXP-05': {
    [motoAccount]:
      'fail: arn:aws:ecr:us-east-1:123456789012:repository/open:everybody:Pull, arn:aws:ecr:us-east-1:123456789012:registry:lets-in:arn:aws:iam::444455556666:root:Replicate',
  },
  // Its policies are HTML pages with status 500.
  'EXP-09': { released: 'unknown' },
  'EXP-15': {
    [motoAccount]: `fail: ${['user-profile', 'notebook-instance', 'mlflow-tracking-server']
      .flatMap((type) => [`${type}:role/inverted-attached`, `${type}:role/trusts-anybody`])
      .join(', ')}`,
  },
  'EXR-03': {
    'for-lambda': 'not-applicable',
    'inverted-attached': 'fail: administers-services',
    'inverted-inline': 'unknown',
    'training-right': 'pass',
    'trusts-anybody': 'pass',
  },
  'EXR-10': {
    'for-lambda': 'not-applicable',
    'inverted-attached':
      'fail: assumes:arn:aws:iam::123456789012:role/trusts-anybody, assumes:*:arn:aws:iam::123456789012:policy/all-but-iam:#0',
    'inverted-inline': 'unknown',
    'training-right': 'fail: assumes:arn:aws:iam::123456789012:role/trusts-anybody',
    'trusts-anybody': 'pass',
  },
  'HUM-09': {
    'for-lambda': 'not-applicable',
    'inverted-attached': 'pass',
    'inverted-inline': 'pass',
    'training-right': 'pass',
    'trusts-anybody': 'fail: assumed-by:user/ada, assumed-by:user/bob, assumed-by:user/robot',
  },
  'HUM-11': {
    ...eachPrincipal('pass'),
    'inverted-attached': 'fail: opens:*',
    'inverted-inline': 'unknown',
    'trusts-anybody': 'fail: opens:*',
  },
  'INT-06': {
    ...eachBucket('not-applicable'),
    models: 'fail: bypass:role/inverted-attached',
  },
  'SOD-01': {
    ...eachPrincipal('pass'),
    'inverted-attached': 'fail: trains-and-deploys',
    'inverted-inline': 'unknown',
    'trusts-anybody': 'fail: trains-and-deploys',
  },
  'SOD-04': {
    ...eachPrincipal('pass'),
    'inverted-attached': 'fail: writes:s3://models',
    'inverted-inline': 'unknown',
    'trusts-anybody': 'fail: writes:s3://models',
  },
  'SOD-07': eachBucket('fail: rules-bucket:role/inverted-attached'),
};

function eachPrincipal(verdict: string): Record<string, string> {
  const roles = ['for-lambda', 'inverted-attached', 'inverted-inline', 'training-right'];
  const names = [...roles, 'trusts-anybody', 'ada', 'bob', 'robot'];
  return Object.fromEntries(names.map((name) => [name, verdict]));
}

export function eachBucket(verdict: string): Record<string, string> {
  const names = ['models', 'open', 'plain', 'partly', 'abroad', 'under-aws-key'];
  return Object.fromEntries([...names, 'under-unknown-key'].map((name) => [name, verdict]));
}
