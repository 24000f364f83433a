import rule from '../../../suites/encryption/bucket-refuses-plain-http.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { bucket } from '../../support/bucket.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const deny = (changes: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...changes,
});
const withPolicy = (...statements: readonly JsonObject[]) =>
  bucket({ policy: present(policyOf(...statements)) });
const both = ['plain-http:bucket', 'plain-http:objects'];

ruleCases(rule, {
  pass: [
    { name: 'one statement denies bucket and objects', resource: withPolicy(deny()) },
    {
      name: 'the condition is a JSON boolean and the principal an AWS list',
      resource: withPolicy(
        deny({
          Principal: { AWS: ['*'] },
          Condition: { Bool: { 'AWS:securetransport': false } },
        }),
      ),
    },
    {
      name: 'two statements deny one each',
      resource: withPolicy(
        deny({ Resource: 'arn:aws:s3:::models' }),
        deny({ Resource: 'arn:aws:s3:::models/*' }),
      ),
    },
    {
      name: 'the condition would hold without the key too',
      resource: withPolicy(
        deny({ Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }),
      ),
    },
    { name: 'everything is denied', resource: withPolicy(deny({ Action: '*', Resource: '*' })) },
  ],
  fail: [
    { name: 'there is no policy', resource: bucket(), findings: both },
    {
      name: 'only the objects are denied',
      resource: withPolicy(deny({ Resource: 'arn:aws:s3:::models/*' })),
      findings: ['plain-http:bucket'],
    },
    {
      name: 'only the bucket is denied',
      resource: withPolicy(deny({ Resource: 'arn:aws:s3:::models' })),
      findings: ['plain-http:objects'],
    },
    {
      name: 'only some objects are denied',
      resource: withPolicy(deny({ Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/a/*'] })),
      findings: ['plain-http:objects'],
    },
    {
      name: 'another bucket is denied',
      resource: withPolicy(deny({ Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })),
      findings: both,
    },
    {
      name: 'only some actions are denied',
      resource: withPolicy(deny({ Action: ['s3:GetObject', 's3:PutObject'] })),
      findings: both,
    },
    {
      name: 'only some principals are denied',
      resource: withPolicy(deny({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
      findings: both,
    },
    {
      name: 'some principals are left out',
      resource: withPolicy(
        deny({
          Principal: undefined as never,
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' },
        }),
      ),
      findings: both,
    },
    {
      name: 'HTTPS is denied instead',
      resource: withPolicy(deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      findings: both,
    },
    {
      name: 'a second condition narrows the Deny',
      resource: withPolicy(
        deny({
          Condition: {
            Bool: { 'aws:SecureTransport': 'false' },
            StringEquals: { 's3:prefix': 'public/' },
          },
        }),
      ),
      findings: both,
    },
    {
      name: 'HTTPS is allowed, which denies nothing',
      resource: withPolicy(
        deny({ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ),
      findings: both,
    },
  ],
  unknown: [
    {
      name: 'the policy could not be read',
      resource: bucket({ policy: notCollected('not asked') }),
      missing: ['policy'],
    },
    {
      name: 'the denying statement has an element that nobody knows',
      resource: withPolicy(deny({ Unless: 'admin' })),
      missing: ['bucket policy at /Statement/0/Unless'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: bucket({}, 'website'),
      inputs: { artifactBuckets: ['models*'] },
      others: [bucket({}, 'models')],
    },
  ],
});
