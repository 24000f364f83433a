import rule from '../../../suites/separation-of-duties/bucket-policy-is-kept-from-ml.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { region } from '../../support/build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = closedBucket('models');
const keep = allow(['s3:PutBucketPolicy', 's3:PutBucketVersioning'], 'arn:aws:s3:::models');
const read = allow('s3:GetObject', 'arn:aws:s3:::models/*');

ruleCases(rule, {
  pass: [
    {
      name: 'one keeps the settings, and others read',
      resource,
      others: [
        ...settings,
        roleWith('Platform', keep),
        executionRole('train', read),
        userWith('ana', read),
      ],
    },
    {
      name: 'a declared administrator of keys keeps them and reads nothing',
      resource,
      others: [...settings, roleWith('Keeper', keep)],
      inputs: { personas: { keyAdmin: ['role/Keeper'] } },
    },
    {
      name: 'a declared administrator does both',
      resource,
      others: [...settings, roleWith('Admin', allow('*'))],
      inputs: { personas: { breakGlass: ['role/Admin'] } },
      note: 'declared administrators can as well: role/Admin',
    },
    {
      name: 'the settings of other buckets are kept by those who read this one',
      resource,
      others: [...settings, roleWith('Platform', allow('s3:*', 'arn:aws:s3:::logs'), read)],
    },
  ],
  fail: [
    {
      name: 'an execution role can, though it reads nothing',
      resource,
      others: [...settings, executionRole('train', keep)],
      findings: ['rules-bucket:role/train'],
    },
    {
      name: 'a declared deployer can, though it reads nothing',
      resource,
      others: [...settings, roleWith('Deployer', allow('s3:PutBucketPublicAccessBlock'))],
      inputs: { personas: { deployer: ['role/Deployer'] } },
      findings: ['rules-bucket:role/Deployer'],
    },
    {
      name: 'a user and an administrator that nobody declared can, and read',
      resource,
      others: [
        ...settings,
        roleWith('Admin', allow('*')),
        userWith('ana', allow('s3:PutBucketAcl'), read),
      ],
      findings: ['rules-bucket:role/Admin', 'rules-bucket:user/ana'],
    },
    {
      name: 'another account can, by the bucket policy',
      resource: {
        ...resource,
        policy: present(policyOf({ ...keep, Principal: { AWS: '999988887777' } })),
      },
      others: settings,
      findings: ['rules-bucket:any principal of account 999988887777'],
    },
  ],
  unknown: [
    {
      name: 'whether one who keeps the settings reads is not understood',
      resource,
      others: [
        ...settings,
        roleWith('Platform', keep, {
          ...read,
          Condition: { StringSame: { 'aws:SourceVpc': 'x' } },
        }),
      ],
      missing: ['whether role/Platform can call s3:GetObject'],
    },
    {
      name: 'whether SageMaker may assume the role was not read',
      resource,
      others: [...settings, { ...roleWith('Odd', keep), trustPolicy: notCollected('denied') }],
      missing: ['trustPolicy of arn:aws:iam::111122223333:role/Odd'],
    },
    {
      name: 'not all roles were listed',
      resource,
      others: settings,
      universes: listDenied('iam.role'),
      missing: [`all iam.role in ${region}`],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: closedBucket('logs'),
      others: [...settings, resource],
      inputs: { artifactBuckets: ['models'] },
    },
  ],
});
