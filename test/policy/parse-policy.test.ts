import { expect } from 'chai';
import fc from 'fast-check';
import type { JsonValue } from '../../src/model/json.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { policyOf, textOf } from '../support/policy.ts';

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } as const;

function oddities(document: JsonValue): readonly (readonly [string, string])[] {
  return parsePolicy(textOf(document)).oddities.map((one) => [one.at, one.message]);
}

describe('parsePolicy', () => {
  it('reads a whole statement of lists', () => {
    const text = policyOf({
      Sid: 'Read',
      Effect: 'Allow',
      Principal: {
        AWS: ['111122223333', 'arn:aws:iam::111122223333:root'],
        Service: 'sagemaker.amazonaws.com',
        Federated: 'cognito-identity.amazonaws.com',
        CanonicalUser: 'abc',
      },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: ['arn:aws:s3:::models'],
      Condition: { StringLike: { 's3:prefix': ['a/*', 'b/*'], 'aws:PrincipalTag/Team': 'ml' } },
    });
    expect(parsePolicy(text)).to.deep.equal({
      policy: {
        version: '2012-10-17',
        statements: [
          {
            index: 0,
            sid: 'Read',
            effect: 'Allow',
            principal: {
              not: false,
              everyone: false,
              aws: ['111122223333', 'arn:aws:iam::111122223333:root'],
              service: ['sagemaker.amazonaws.com'],
              federated: ['cognito-identity.amazonaws.com'],
              canonicalUser: ['abc'],
            },
            action: { not: false, values: ['s3:GetObject', 's3:ListBucket'] },
            resource: { not: false, values: ['arn:aws:s3:::models'] },
            conditions: [
              { operator: 'StringLike', key: 's3:prefix', values: ['a/*', 'b/*'] },
              { operator: 'StringLike', key: 'aws:PrincipalTag/Team', values: ['ml'] },
            ],
          },
        ],
      },
      oddities: [],
    });
  });

  it('reads one statement that stands alone, with inverted elements', () => {
    const text = textOf({
      Version: '2008-10-17',
      Id: 'old',
      Statement: { Effect: 'Deny', NotPrincipal: '*', NotAction: 'iam:*', NotResource: 'x' },
    });
    expect(parsePolicy(text)).to.deep.equal({
      policy: {
        version: '2008-10-17',
        statements: [
          {
            index: 0,
            effect: 'Deny',
            principal: {
              not: true,
              everyone: true,
              aws: [],
              service: [],
              federated: [],
              canonicalUser: [],
            },
            action: { not: true, values: ['iam:*'] },
            resource: { not: true, values: ['x'] },
            conditions: [],
          },
        ],
      },
      oddities: [],
    });
  });

  it('turns numbers and booleans of conditions into text', () => {
    const Condition = {
      Bool: { 'aws:SecureTransport': false },
      NumericLessThan: { 's3:max-keys': [10, '20'] },
    };
    const { policy, oddities } = parsePolicy(policyOf({ ...base, Condition }));
    expect(policy.statements[0]?.conditions).to.deep.equal([
      { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] },
      { operator: 'NumericLessThan', key: 's3:max-keys', values: ['10', '20'] },
    ]);
    expect(oddities).to.deep.equal([]);
  });

  it('takes a missing version for none, and keeps the index of a later statement', () => {
    const { policy } = parsePolicy(textOf({ Statement: [{ ...base, Effect: 'x' }, base] }));
    expect(policy.version).to.equal('missing');
    expect(policy.statements.map((one) => one.index)).to.deep.equal([1]);
  });

  it('parses a text once', () => {
    const text = policyOf(base);
    expect(parsePolicy(text)).to.equal(parsePolicy(text));
  });

  const odd: readonly (readonly [string, JsonValue, readonly (readonly [string, string])[]])[] = [
    ['a document that is text', 'x', [['', 'the document is not a JSON object']]],
    ['a document without statements', {}, [['/Statement', 'missing']]],
    [
      'an unknown version',
      { Version: '2030-01-01', Statement: [] },
      [['/Version', 'not a version that AWS knows']],
    ],
    [
      'an unknown element of the document',
      { Statement: [], 'a/b~c': 1 },
      [['/a~1b~0c', 'unknown element']],
    ],
    ['an id that is no text', { Statement: [], Id: 1 }, [['/Id', 'not a string']]],
    [
      'statements that are text',
      { Statement: 'x' },
      [['/Statement', 'neither a statement nor a list of statements']],
    ],
    ['a statement that is text', { Statement: ['x'] }, [['/Statement/0', 'not a JSON object']]],
    ['an unknown element', { ...base, Unless: 1 }, [['/Statement/0/Unless', 'unknown element']]],
    [
      'an element in lower case',
      { ...base, resource: 1 },
      [['/Statement/0/resource', 'unknown element']],
    ],
    [
      'an effect in lower case',
      { ...base, Effect: 'allow' },
      [['/Statement/0/Effect', 'neither Allow nor Deny']],
    ],
    ['a Sid that is no text', { ...base, Sid: 1 }, [['/Statement/0/Sid', 'not a string']]],
    [
      'both Action and NotAction',
      { ...base, NotAction: 's3:x' },
      [['/Statement/0', 'both Action and NotAction']],
    ],
    [
      'an action that names no service',
      { ...base, Action: ['GetObject', '*', 'S3:*Object?'] },
      [['/Statement/0/Action', 'not an action: GetObject']],
    ],
    [
      'an action with a tab behind it',
      { ...base, Action: undefined as never, NotAction: 'iam:*\t' },
      [['/Statement/0/NotAction', 'not an action: iam:*\t']],
    ],
    [
      'a number that is none',
      { ...base, Condition: { NumericNotEquals: { k: 'many' } } },
      [['/Statement/0/Condition/NumericNotEquals/k', 'not a value for NumericNotEquals']],
    ],
    ['no Action', { Effect: 'Allow', Resource: '*' }, [['/Statement/0', 'no Action']]],
    ['an empty list', { ...base, Action: [] }, [['/Statement/0/Action', 'an empty list']]],
    [
      'a number among actions',
      { ...base, Action: ['s3:*', 1] },
      [['/Statement/0/Action/1', 'a value of a type that has no place here']],
    ],
    [
      'a principal that is no "*"',
      { ...base, Principal: 'x' },
      [['/Statement/0/Principal', 'neither "*" nor a JSON object']],
    ],
    [
      'an empty principal',
      { ...base, Principal: {} },
      [['/Statement/0/Principal', 'no principal']],
    ],
    [
      'an unknown type of principal',
      { ...base, Principal: { aws: '*' } },
      [['/Statement/0/Principal/aws', 'unknown type of principal']],
    ],
    [
      'a wildcard in part of a principal',
      { ...base, Principal: { AWS: 'arn:aws:iam::*:root' } },
      [['/Statement/0/Principal/AWS', 'a wildcard in part of a principal']],
    ],
    [
      'conditions that are a list',
      { ...base, Condition: [] },
      [['/Statement/0/Condition', 'not a JSON object']],
    ],
    [
      'an unknown operator',
      { ...base, Condition: { StringIs: { a: 'b' } } },
      [['/Statement/0/Condition/StringIs', 'not an operator that AWS knows']],
    ],
    [
      'Null with IfExists',
      { ...base, Condition: { NullIfExists: { a: 'true' } } },
      [['/Statement/0/Condition/NullIfExists', 'not an operator that AWS knows']],
    ],
    [
      'an operator without keys',
      { ...base, Condition: { Bool: 'x' } },
      [['/Statement/0/Condition/Bool', 'not a JSON object']],
    ],
    [
      'a key twice in different case',
      { ...base, Condition: { Bool: { 'aws:X': 'true', 'AWS:x': 'false' } } },
      [['/Statement/0/Condition/Bool/AWS:x', 'the same key twice']],
    ],
    [
      'a condition value that is null',
      { ...base, Condition: { Bool: { k: [null] } } },
      [['/Statement/0/Condition/Bool/k/0', 'a value of a type that has no place here']],
    ],
    [
      'a number that lost digits',
      { ...base, Condition: { NumericEquals: { k: 1e300 } } },
      [['/Statement/0/Condition/NumericEquals/k', 'a value of a type that has no place here']],
    ],
  ];
  for (const [name, document, expected] of odd) {
    it(`reports ${name}`, () => {
      const isStatement = typeof document === 'object' && document !== null && 'Effect' in document;
      const whole = isStatement ? { Version: '2012-10-17', Statement: [document] } : document;
      expect(oddities(whole)).to.deep.equal(expected);
    });
  }

  it('never throws, and reports a document that says nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const { policy, oddities } = parsePolicy(textOf(document as JsonValue));
        expect(
          policy.statements.length > 0 || oddities.length > 0 || isEmptyPolicy(document),
        ).to.equal(true);
      }),
    );
  });

  it('never throws on what looks like a policy', () => {
    const element = fc.constantFrom(
      ...[
        'Effect',
        'Action',
        'NotAction',
        'Principal',
        'Resource',
        'Condition',
        'Sid',
        '__proto__',
      ],
    );
    const statement = fc.dictionary(element, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
    const allow = statement.map((one) => ({ ...one, Effect: 'Allow' }));
    fc.assert(
      fc.property(fc.array(allow, { maxLength: 3 }), (statements) => {
        const { policy } = parsePolicy(textOf({ Statement: statements as JsonValue[] }));
        expect(policy.statements.length).to.equal(statements.length);
      }),
    );
  });
});

function isEmptyPolicy(document: unknown): boolean {
  return JSON.stringify(document).includes('"Statement":[]');
}
