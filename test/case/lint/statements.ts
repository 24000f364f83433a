import { allow, type LintCase, when } from './build.ts';

export const statements: readonly LintCase[] = [
  {
    name: 'an Allow that a Deny covers',
    statements: [allow, { Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    found: [['always-denied', '/Statement/0']],
  },
  {
    name: 'an Allow that a conditional Deny covers',
    statements: [
      allow,
      when(
        { Effect: 'Deny', Action: 's3:*', Resource: '*' },
        'Bool',
        'aws:SecureTransport',
        'false',
      ),
    ],
    found: [],
  },
  {
    name: 'an Allow that an earlier one covers',
    statements: [{ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::*' }, allow],
    found: [['redundant', '/Statement/1']],
  },
  {
    name: 'the same statement twice, in another order',
    statements: [
      when(
        { ...allow, Action: ['s3:GetObject', 's3:PutObject'] },
        'Bool',
        'aws:SecureTransport',
        'true',
      ),
      when(
        { ...allow, Action: ['s3:PutObject', 's3:getobject'] },
        'Bool',
        'aws:securetransport',
        'true',
      ),
    ],
    found: [['redundant', '/Statement/1']],
  },
  {
    name: 'an Allow that a later one covers',
    statements: [allow, { ...allow, Action: 's3:Get*' }],
    found: [['redundant', '/Statement/0']],
  },
  {
    name: 'statements of which one is narrower by a condition, or by the account',
    statements: [
      when(allow, 'Bool', 'aws:SecureTransport', 'true'),
      { ...allow, Action: 's3:GetObject*', Resource: 'arn:aws:s3:::other/*' },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:qq:x' },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:1:qq:x' },
    ],
    found: [],
  },
];
