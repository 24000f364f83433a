import { allow, everyone, type LintCase } from './build.ts';

/** ARNs that do not cover each other, of so many characters together. */
function long(characters: number): readonly string[] {
  return Array.from(
    { length: Math.ceil(characters / 100) },
    (_, index) => `arn:aws:s3:::${String(index).padStart(80, 'm')}/*`,
  );
}

export const elements: readonly LintCase[] = [
  { name: 'a sound policy', statements: [allow], found: [] },
  {
    name: 'a principal in an identity policy',
    statements: [everyone],
    found: [['principal-not-allowed', '/Statement/0/Principal']],
  },
  {
    name: 'no principal in a resource policy',
    statements: [allow],
    kind: 'resource',
    found: [['principal-missing', '/Statement/0']],
  },
  {
    name: 'no resource in an identity policy',
    statements: [{ Effect: 'Allow', Action: 's3:GetObject' }],
    found: [['resource-missing', '/Statement/0']],
  },
  {
    name: 'NotPrincipal in a trust policy',
    statements: [
      { Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
    ],
    kind: 'trust',
    found: [['trust-not-principal', '/Statement/0/NotPrincipal']],
  },
  {
    name: 'a resource in a trust policy',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sagemaker.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Resource: '*',
      },
    ],
    kind: 'trust',
    found: [['trust-resource', '/Statement/0/Resource']],
  },
  {
    name: 'an Allow in a resource control policy',
    statements: [everyone],
    kind: 'rcp',
    found: [['rcp-allow', '/Statement/0/Effect']],
  },
  {
    name: 'the same Sid twice',
    statements: [
      { ...allow, Sid: 'A' },
      { ...allow, Sid: 'A', Action: 's3:PutObject' },
    ],
    found: [['sid-twice', '/Statement/1/Sid']],
  },
  {
    name: 'a Sid with a hyphen',
    statements: [{ ...allow, Sid: 'read-models' }],
    found: [['sid-characters', '/Statement/0/Sid']],
  },
  {
    name: 'Allow with NotAction',
    statements: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    found: [['allow-not-action', '/Statement/0/NotAction']],
  },
  {
    name: 'Allow with NotResource',
    statements: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::x' }],
    found: [['allow-not-resource', '/Statement/0/NotResource']],
  },
  {
    name: 'a service control policy without a version',
    statements: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    version: '2008-10-17',
    kind: 'scp',
    found: [['version', '/Version']],
  },
  {
    name: 'NotAction in a resource control policy',
    statements: [{ Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' }],
    kind: 'rcp',
    found: [['rcp-not-action', '/Statement/0/NotAction']],
  },
  {
    name: 'a service that resource control policies do not reach',
    statements: [
      { Effect: 'Deny', Principal: '*', Action: ['s3:*', 'sagemaker:*'], Resource: '*' },
    ],
    kind: 'rcp',
    found: [['rcp-service', '/Statement/0/Action']],
  },
  {
    name: 'a policy beyond what a managed one takes',
    statements: [{ ...allow, Resource: long(7000) }],
    found: [['size', '']],
  },
  {
    name: 'a policy beyond what IAM takes, where nothing is compared',
    statements: [
      { ...allow, Resource: long(110_000) },
      { ...allow, Resource: long(110_000) },
    ],
    found: [['size', '']],
  },
  {
    name: 'a character that IAM does not take',
    statements: [{ ...allow, Resource: 'arn:aws:s3:::models/\u4e00' }],
    found: [['character', '']],
  },
  {
    name: 'an unknown element',
    statements: [{ ...allow, Conditions: {} }],
    found: [['not-valid', '/Statement/0/Conditions']],
  },
];
