import { allow, type LintCase } from './build.ts';

export const resources: readonly LintCase[] = [
  {
    name: 'a misspelt action',
    statements: [{ ...allow, Action: 's3:GetObjects' }],
    found: [['unknown-action', '/Statement/0/Action']],
  },
  {
    name: 'a misspelt service',
    statements: [{ ...allow, Action: 'sagemker:*' }],
    found: [['unknown-action', '/Statement/0/Action']],
  },
  {
    name: 'a pattern that no action matches',
    statements: [{ ...allow, Action: 's3:Gett*' }],
    found: [['unknown-action', '/Statement/0/Action']],
  },
  {
    name: 'an action that works on no resource',
    statements: [{ ...allow, Action: 's3:ListAllMyBuckets' }],
    found: [['resource-must-be-star', '/Statement/0/Resource']],
  },
  {
    name: 'a resource that is no ARN',
    statements: [{ ...allow, Resource: 'models/*' }],
    found: [['not-an-arn', '/Statement/0/Resource']],
  },
  {
    name: 'a wildcard for the service',
    statements: [{ ...allow, Resource: 'arn:aws:*:::models/*' }],
    found: [['service-wildcard', '/Statement/0/Resource']],
  },
  {
    name: 'a variable that is not closed',
    statements: [{ ...allow, Resource: 'arn:aws:s3:::${aws:username/*' }],
    found: [['broken-variable', '/Statement/0/Resource']],
  },
  {
    name: 'a variable without a version',
    statements: [{ ...allow, Resource: 'arn:aws:s3:::${aws:username}/*' }],
    version: '2008-10-17',
    found: [['variable-is-text', '/Statement/0/Resource']],
  },
  {
    name: 'a bucket where objects are meant',
    statements: [{ ...allow, Resource: 'arn:aws:s3:::models' }],
    found: [['resource-never-matches', '/Statement/0/Resource']],
  },
  {
    name: 'a bucket and its objects for actions on both',
    statements: [
      {
        ...allow,
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
      },
    ],
    found: [],
  },
  {
    name: 'a resource of another service',
    statements: [{ ...allow, Action: 'kms:Decrypt' }],
    found: [['resource-never-matches', '/Statement/0/Resource']],
  },
  {
    name: 'an ARN of three parts',
    statements: [{ ...allow, Resource: 'arn:aws:s3' }],
    found: [['short-arn', '/Statement/0/Resource']],
  },
  {
    name: "the resource that Amazon API Gateway's policies have",
    statements: [
      {
        ...allow,
        Principal: { AWS: '111122223333' },
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/prod/GET/*',
      },
    ],
    kind: 'resource',
    found: [],
  },
  {
    name: 'an unknown action in a bucket policy, which Amazon S3 refuses',
    statements: [{ ...allow, Principal: { AWS: '111122223333' }, Action: 's3:GetObjects' }],
    kind: 'resource',
    found: [['unknown-action', '/Statement/0/Action']],
  },
  {
    name: 'variables that nothing fills in',
    statements: [
      {
        ...allow,
        Resource: [
          'arn:aws:s3:::m/${aws:usernam}/*',
          'arn:aws:s3:::m/${aws:TagKeys}/*',
          'arn:aws:s3::${aws:PrincipalAccount}:m/*',
        ],
      },
    ],
    found: [
      ['unknown-variable', '/Statement/0/Resource'],
      ['variable-of-several', '/Statement/0/Resource'],
      ['early-variable', '/Statement/0/Resource'],
    ],
  },
  {
    name: 'variables that are filled in',
    statements: [
      {
        ...allow,
        Resource: [
          "arn:aws:s3:::m/${aws:PrincipalTag/team, 'none'}/${*}x",
          'arn:aws:s3:::n/${saml:sub}',
        ],
      },
    ],
    found: [],
  },
];
