import { eachBucket, motoAccessVerdicts } from './moto-access-verdicts.ts';
import { motoAccount } from './moto-client.ts';

/**
 * By rule code and resource name: the status, and for a failure its findings. Keys go by their
 * names in `MotoKeys`. Moto's differences are in here as well: see `test/moto.test.ts`.
 */
export const motoVerdicts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ENC-01': {
    'train-right': 'pass',
    'train-wrong': 'fail: no-key',
    'train-debugged': 'fail: no-key',
    'train-local': 'not-applicable',
  },
  'ENC-02': {
    'train-right': 'pass',
    'train-wrong': 'fail: no-key',
    'train-debugged': 'fail: no-key',
    'train-local': 'unknown',
  },
  'ENC-03': {
    'train-right': 'pass',
    'train-wrong': 'fail: traffic-not-encrypted',
    'train-debugged': 'not-applicable',
    'train-local': 'not-applicable',
  },
  'ENC-07': {
    'nb-right': 'pass',
    'nb-wrong': 'fail: no-key',
    'nb-elsewhere': 'fail: aws-managed-key',
  },
  'ENC-08': {
    'config-right': 'pass',
    'config-wrong': 'fail: no-key',
    'config-local': 'not-applicable',
  },
  'ENC-09': { 'studio-right': 'pass', 'studio-wrong': 'fail: no-key' },
  'ENC-14': {
    ...eachBucket('fail: no-kms'),
    models: 'pass',
    partly: 'fail: aws-managed-key',
    'under-aws-key': 'unknown',
    'under-unknown-key': 'fail: no-such-key',
  },
  'ENC-16': { ...eachBucket('fail: plain-http:bucket, plain-http:objects'), models: 'pass' },
  'ENC-17': {
    right: 'pass',
    unrotated: 'pass',
    disabled: 'fail: state:Disabled',
    doomed: 'fail: state:PendingDeletion',
    asymmetric: 'pass',
    awsManaged: 'unknown',
  },
  'ENC-18': {
    right: 'pass',
    unrotated: 'fail: no-rotation',
    disabled: 'fail: no-rotation',
    // KMS does not rotate what it is about to delete.
    doomed: 'not-applicable',
    asymmetric: 'not-applicable',
    awsManaged: 'unknown',
  },
  'EXP-01': { [motoAccount]: 'pass' },
  'EXP-02': {
    ...eachBucket(
      'fail: blockPublicAcls, ignorePublicAcls, blockPublicPolicy, restrictPublicBuckets',
    ),
    models: 'pass',
    partly: 'fail: restrictPublicBuckets',
  },
  // The account's block holds back what is public; the other account has none.
  'EXP-03': eachBucket('pass'),
  'EXP-04': { ...eachBucket('fail: acls-on'), models: 'pass' },
  'EXP-08': {
    'team/right': 'pass',
    // The account that the registry names for replication is one of any.
    open: 'fail: puller:any principal of any AWS account, puller:any principal of account 444455556666',
    bare: 'pass',
  },
  'EXR-01': {
    'training-right': 'pass',
    'trusts-anybody': 'fail: principal:*',
    'inverted-inline': 'pass',
    'inverted-attached': 'pass',
    'for-lambda': 'not-applicable',
  },
  'EXR-02': {
    'training-right': 'pass',
    'trusts-anybody': 'fail: unbound:#0',
    'inverted-inline': 'fail: unbound:#0',
    'inverted-attached': 'pass',
    'for-lambda': 'not-applicable',
  },
  'EXR-04': {
    'training-right': 'pass',
    'trusts-anybody': 'fail: attached:arn:aws:iam::aws:policy/AmazonSageMakerFullAccess',
    'inverted-inline': 'pass',
    'inverted-attached': 'pass',
    'for-lambda': 'not-applicable',
  },
  'EXR-07': {
    'training-right': 'pass',
    'trusts-anybody':
      'fail: NotResource:arn:aws:iam::aws:policy/AmazonSageMakerFullAccess:AllowAllNonAdminSageMakerActions',
    'inverted-inline': 'fail: NotAction:inline policy wide:#0',
    'inverted-attached': `fail: NotAction:arn:aws:iam::${motoAccount}:policy/all-but-iam:#0`,
    'for-lambda': 'not-applicable',
  },
  'EXR-08': {
    'training-right': 'pass',
    'trusts-anybody': 'fail: no-boundary',
    'inverted-inline': 'fail: unapproved-boundary',
    'inverted-attached': 'fail: no-boundary',
    'for-lambda': 'not-applicable',
  },
  'HUM-01': {
    ada: 'pass',
    bob: 'fail: inline:own',
    robot: `fail: attached:arn:aws:iam::${motoAccount}:policy/read-models`,
  },
  'HUM-04': { 'studio-right': 'pass', 'studio-wrong': 'fail: auth-mode' },
  'HUM-07': { ada: 'pass', bob: 'fail: no-mfa', robot: 'not-applicable' },
  'HUM-08': { ada: 'not-applicable', bob: 'not-applicable', robot: 'pass' },
  'HYG-01': { 'nb-right': 'pass', 'nb-wrong': 'fail: root-access', 'nb-elsewhere': 'pass' },
  'HYG-02': {
    'nb-right': 'fail: imdsv1',
    'nb-wrong': 'fail: imdsv1',
    'nb-elsewhere': 'fail: imdsv1',
  },
  'HYG-03': { 'nb-right': 'unknown', 'nb-wrong': 'unknown', 'nb-elsewhere': 'unknown' },
  'HYG-08': {
    'train-right': 'unknown',
    'train-wrong': 'unknown',
    'train-debugged': 'unknown',
    'train-local': 'unknown',
  },
  'INT-03': { ...eachBucket('fail: not-versioned'), models: 'pass' },
  'INT-05': { ...eachBucket('not-applicable'), models: 'pass', plain: 'fail: no-object-lock' },
  'NET-01': {
    'train-right': 'pass',
    'train-wrong': 'fail: not-isolated',
    'train-debugged': 'fail: not-isolated',
    'train-local': 'fail: not-isolated',
  },
  'NET-02': {
    'train-right': 'pass',
    'train-wrong': 'fail: no-vpc',
    'train-debugged': 'fail: no-vpc',
    'train-local': 'fail: subnet:subnet-0bbbbbbbbbbbbbbbb',
  },
  'NET-06': { 'model-in-vpc': 'fail: not-isolated', 'model-outside': 'fail: not-isolated' },
  'NET-07': { 'model-in-vpc': 'pass', 'model-outside': 'fail: no-vpc' },
  'NET-09': { 'nb-right': 'pass', 'nb-wrong': 'fail: direct-internet', 'nb-elsewhere': 'pass' },
  'NET-10': {
    'nb-right': 'pass',
    'nb-wrong': 'fail: no-vpc',
    'nb-elsewhere': 'fail: subnet:subnet-0bbbbbbbbbbbbbbbb',
  },
  'NET-11': { 'studio-right': 'pass', 'studio-wrong': 'fail: public-internet' },
  'NET-15': { 'sagemaker.monitoring-schedule': 'unknown' },
  ...motoAccessVerdicts,
};
