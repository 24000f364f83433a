import { allow, type LintCase, train, when } from './build.ts';

export const conditions: readonly LintCase[] = [
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
    name: 'a misspelt global key',
    statements: [when(allow, 'StringEquals', 'aws:SourceVpcee')],
    found: [['unknown-key', '/Statement/0/Condition/StringEquals/aws:SourceVpcee']],
  },
  {
    name: 'a misspelt key of a service',
    statements: [when(train, 'Bool', 'kms:NetworkIsolation', 'true')],
    found: [['unknown-key', '/Statement/0/Condition/Bool/kms:NetworkIsolation']],
  },
  {
    name: 'a key without a prefix',
    statements: [when(allow, 'Bool', 'SecureTransport', 'true')],
    found: [['unknown-key', '/Statement/0/Condition/Bool/SecureTransport']],
  },
  {
    name: 'addresses compared as text',
    statements: [when(allow, 'StringEquals', 'aws:SourceIp', '10.0.0.0/8')],
    found: [['operator-type', '/Statement/0/Condition/StringEquals/aws:SourceIp']],
  },
  {
    name: 'a time as text, a switch as text, an ARN as text',
    statements: [
      {
        ...allow,
        Condition: {
          StringEquals: {
            'aws:SecureTransport': 'true',
            'aws:PrincipalArn': 'arn:aws:iam::1:root',
          },
        },
      },
    ],
    found: [],
  },
  {
    name: 'a wildcard under StringEquals',
    statements: [when(allow, 'StringNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x')],
    found: [['literal-wildcard', '/Statement/0/Condition/StringNotEquals/aws:PrincipalArn']],
  },
  {
    name: 'ForAllValues on the encryption context, in a key policy',
    statements: [
      when(
        {
          Effect: 'Allow',
          Principal: { AWS: '111122223333' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
        'ForAllValues:StringEquals',
        'kms:EncryptionContext:project',
      ),
    ],
    kind: 'resource',
    found: [
      [
        'encryption-context-set',
        '/Statement/0/Condition/ForAllValues:StringEquals/kms:EncryptionContext:project',
      ],
    ],
  },
  {
    name: 'ForAllValues beside ForAnyValue',
    statements: [
      {
        ...train,
        Condition: {
          'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': 'x' },
          'ForAnyValue:StringLike': { 'sagemaker:VpcSubnets': '*' },
        },
      },
    ],
    found: [],
  },
];
