import { expect } from 'chai';
import type { JsonValue } from '../../../src/model/json.ts';
import type { PolicyKind } from '../../../src/policy/lint/finding.ts';
import { lintPolicy } from '../../../src/policy/lint/lint-policy.ts';

type Found = readonly (readonly [code: string, at: string])[];

interface Row {
  readonly name: string;
  readonly statements: readonly JsonValue[];
  readonly kind?: PolicyKind;
  readonly version?: string;
  readonly found: Found;
}

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' };
const train = { Effect: 'Allow', Action: 'sagemaker:CreateTrainingJob', Resource: '*' };
const everyone = { ...allow, Principal: '*' };

function when(statement: object, operator: string, key: string, value: JsonValue = 'x'): JsonValue {
  return { ...statement, Condition: { [operator]: { [key]: value } } } as JsonValue;
}

const rows: readonly Row[] = [
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
    name: 'a key that the action does not support',
    statements: [
      when(
        { ...train, Action: 'sagemaker:CreateEndpoint' },
        'StringEquals',
        'sagemaker:NetworkIsolation',
        'true',
      ),
    ],
    found: [['unsupported-key', '/Statement/0/Condition/StringEquals/sagemaker:NetworkIsolation']],
  },
  {
    name: 'a key that the action supports',
    statements: [when(train, 'Bool', 'sagemaker:NetworkIsolation', 'true')],
    found: [],
  },
  {
    name: 'a deprecated key of SageMaker',
    statements: [
      when(
        { ...train, Action: 'sagemaker:Create*' },
        'ArnEquals',
        'sagemaker:VolumeKmsKey',
        'arn:aws:kms:eu-west-1:111122223333:key/k',
      ),
    ],
    found: [['deprecated-key', '/Statement/0/Condition/ArnEquals/sagemaker:VolumeKmsKey']],
  },
  {
    name: 'a plain operator on a key with several values',
    statements: [when(train, 'StringEquals', 'sagemaker:VpcSubnets')],
    found: [['needs-set-operator', '/Statement/0/Condition/StringEquals/sagemaker:VpcSubnets']],
  },
  {
    name: 'a set operator on a key with one value',
    statements: [when(train, 'ForAnyValue:StringEquals', 'aws:PrincipalOrgID')],
    found: [['set-operator', '/Statement/0/Condition/ForAnyValue:StringEquals/aws:PrincipalOrgID']],
  },
  {
    name: 'ForAllValues alone',
    statements: [when(train, 'ForAllValues:StringEquals', 'sagemaker:VpcSubnets')],
    found: [
      [
        'for-all-values-without-null',
        '/Statement/0/Condition/ForAllValues:StringEquals/sagemaker:VpcSubnets',
      ],
    ],
  },
  {
    name: 'ForAllValues with Null',
    statements: [
      {
        ...train,
        Condition: {
          'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': 'x' },
          Null: { 'sagemaker:VpcSubnets': 'false' },
        },
      },
    ],
    found: [],
  },
  {
    name: 'an Allow for everyone',
    statements: [everyone],
    kind: 'resource',
    found: [['everyone', '/Statement/0/Principal']],
  },
  {
    name: 'an Allow for everyone of an organisation',
    statements: [when(everyone, 'StringEquals', 'aws:PrincipalOrgID', 'o-exampleorgid')],
    kind: 'resource',
    found: [],
  },
  {
    name: 'an Allow for everyone that an IfExists does not bind',
    statements: [when(everyone, 'StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-exampleorgid')],
    kind: 'resource',
    found: [['everyone', '/Statement/0/Principal']],
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
    name: 'a variable without a version',
    statements: [{ ...allow, Resource: 'arn:aws:s3:::${aws:username}/*' }],
    version: '2008-10-17',
    found: [['variable-is-text', '/Statement/0/Resource']],
  },
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
    name: 'an unknown element',
    statements: [{ ...allow, Conditions: {} }],
    found: [['not-valid', '/Statement/0/Conditions']],
  },
];

describe('lintPolicy', () => {
  for (const { name, statements, kind = 'identity', version = '2012-10-17', found } of rows) {
    it(`says of ${name}: ${found.map(([code]) => code).join(', ') || 'nothing'}`, () => {
      const document = { Version: version, Statement: statements };
      const findings = lintPolicy({ document, sha256: '' }, kind);
      expect(findings.map(({ code, at }) => [code, at])).to.deep.equal(found);
      for (const { message } of findings) expect(message.length).to.be.above(10);
    });
  }

  it('puts errors first', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ ...allow, Action: 's3:Gett*' }, { Effect: 'allow' }],
    };
    const levels = lintPolicy({ document, sha256: '' }, 'identity').map(({ level }) => level);
    expect(levels).to.deep.equal(['error', 'error', 'warning']);
  });
});
