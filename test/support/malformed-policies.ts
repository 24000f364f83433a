import type { JsonValue } from '../../src/model/json.ts';

// Documents that AWS would not take, and what a parser might stumble over. None of them may allow
// `s3:GetObject` on `arn:aws:s3:::models/a`, for nothing sound in them does.

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' };
const version = { Version: '2012-10-17' };

function doc(statement: JsonValue): JsonValue {
  return { ...version, Statement: statement };
}

function one(change: { readonly [name: string]: JsonValue }): JsonValue {
  return doc({ ...allow, ...change });
}

/** An object that `JSON.parse` makes with a member of that name, not with that prototype. */
function json(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

function nested(depth: number): JsonValue {
  let value: JsonValue = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

const long = 'x'.repeat(1_000_000);

export const malformedPolicies: Readonly<Record<string, JsonValue>> = {
  null: null,
  'a number': 7,
  'a text': 'Allow',
  'the document as text': JSON.stringify(doc(allow)),
  true: true,
  'a list': [],
  'a list of statements': [allow],
  'an empty object': {},
  'no statement': { ...version },
  'statement null': doc(null),
  'statement a text': doc('Allow'),
  'statement a number': doc(1),
  'statement an empty list': doc([]),
  'statement a list of null': doc([null]),
  'statement a list of texts': doc(['Allow']),
  'statement a list of lists': doc([[allow]]),
  'an empty statement': doc({}),
  'no effect': doc({ Action: 's3:GetObject', Resource: '*' }),
  'effect in lower case': one({ Effect: 'allow' }),
  'effect in upper case': one({ Effect: 'ALLOW' }),
  'effect a list': one({ Effect: ['Allow'] }),
  'effect null': one({ Effect: null }),
  'effect true': one({ Effect: true }),
  'effect Permit': one({ Effect: 'Permit' }),
  'no action': doc({ Effect: 'Allow', Resource: '*' }),
  'action null': one({ Action: null }),
  'action a number': one({ Action: 5 }),
  'action an object': one({ Action: { 's3:GetObject': true } }),
  'action an empty list': one({ Action: [] }),
  'action an empty text': one({ Action: '' }),
  'action without service': one({ Action: 'GetObject' }),
  'action with a line break': one({ Action: 's3:GetObject\n' }),
  'action with a comma': one({ Action: 's3:PutObject,s3:GetObject' }),
  'action with two colons': one({ Action: 's3:GetObject:x' }),
  'action a nested list': one({ Action: [['s3:GetObject']] }),
  'action list with null': one({ Action: [null] }),
  'both action and not action': one({ NotAction: 's3:PutObject' }),
  'no resource': doc({ Effect: 'Allow', Action: 's3:GetObject' }),
  'resource null': one({ Resource: null }),
  'resource a number': one({ Resource: 1 }),
  'resource an object': one({ Resource: { arn: '*' } }),
  'resource an empty list': one({ Resource: [] }),
  'resource an empty text': one({ Resource: '' }),
  'resource a name': one({ Resource: 'models' }),
  'resource a bucket url': one({ Resource: 's3://models/*' }),
  'both resource and not resource': one({ NotResource: 'arn:aws:s3:::x' }),
  'resource with a service wildcard': one({ Resource: 'arn:aws:*:::models/*' }),
  'condition null': one({ Condition: null }),
  'condition a text': one({ Condition: 'aws:SecureTransport' }),
  'condition a list': one({ Condition: [] }),
  'condition block null': one({ Condition: { StringEquals: null } }),
  'condition block a list': one({ Condition: { StringEquals: [] } }),
  'condition value null': one({ Condition: { StringEquals: { 'x:K': null } } }),
  'condition value an object': one({ Condition: { StringEquals: { 'x:K': {} } } }),
  'condition value an empty list': one({ Condition: { StringNotEquals: { 'x:K': [] } } }),
  'condition value a nested list': one({ Condition: { StringNotEquals: { 'x:K': [['a']] } } }),
  'unknown operator': one({ Condition: { StringNotSame: { 'x:K': 'a' } } }),
  'operator in lower case': one({ Condition: { stringnotequals: { 'x:K': 'a' } } }),
  'unknown set operator': one({ Condition: { 'ForSomeValues:StringNotEquals': { 'x:K': 'a' } } }),
  'IfExists on Null': one({ Condition: { NullIfExists: { 'x:K': 'true' } } }),
  'IfExists twice': one({ Condition: { StringEqualsIfExistsIfExists: { 'x:K': 'a' } } }),
  'the same key in two cases': one({ Condition: { StringNotEquals: { 'x:K': 'a', 'X:k': 'b' } } }),
  'not a number': one({ Condition: { NumericNotEquals: { 'x:K': 'many' } } }),
  'principal in an identity policy': one({ Principal: '*' }),
  'principal null': one({ Principal: null }),
  'principal of an unknown kind': one({ Principal: { Robot: '*' } }),
  'both principal and not principal': one({ Principal: '*', NotPrincipal: { AWS: '1' } }),
  'unknown element': one({ Effects: 'Deny' }),
  'misspelt condition': one({ Conditions: { Bool: { 'aws:SecureTransport': 'false' } } }),
  'unknown version': { Version: '2020-01-01', Statement: allow },
  'version a number': { Version: 20121017, Statement: allow },
  'version null': { Version: null, Statement: allow },
  'unknown member of the document': { ...version, Statement: allow, Statements: [] },
  'id a number': { ...version, Id: 5, Statement: allow },
  'sid a number': one({ Sid: 5 }),
  '__proto__ as element': json(
    '{"Version":"2012-10-17","Statement":{"__proto__":{"Effect":"Allow"},"Action":"*","Resource":"*"}}',
  ),
  '__proto__ as document member': json(
    '{"__proto__":{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}',
  ),
  'constructor as operator': one({ Condition: { constructor: { 'x:K': 'a' } } }),
  'toString as operator': one({ Condition: { toString: { 'x:K': 'a' } } }),
  'hasOwnProperty as principal': one({ Principal: { hasOwnProperty: '*' } }),
  'deeply nested': one({ Action: nested(5000) }),
  'a lone surrogate': one({ Action: 's3:Get\ud800Object' }),
  'control characters': one({ Action: 's3:GetObject\u0000' }),
  'a full-width colon': one({ Action: 's3：GetObject' }),
  'a broken variable': one({ Resource: 'arn:aws:s3:::${aws:username/*' }),
  'a lone surrogate in a resource': one({ Resource: 'arn:aws:s3:::mod\udc00els/*' }),
  'a lone surrogate as a key': one({ Condition: { StringEquals: { '\ud800': 'a' } } }),
  'variables that never end': one({ Resource: `arn:aws:s3:::${'${'.repeat(250_000)}` }),
  'ten thousand unknown keys': one({
    Condition: {
      StringEquals: Object.fromEntries(
        Array.from({ length: 10_000 }, (_, index) => [`aws:X${String(index)}`, 'a']),
      ),
    },
  }),
  'three thousand unknown keys and actions': one({
    Action: Array.from({ length: 1000 }, (_, index) => `s3:GetObjects${String(index)}`),
    Condition: {
      StringEquals: Object.fromEntries(
        Array.from({ length: 2000 }, (_, index) => [`s3:X${String(index)}`, 'a']),
      ),
    },
  }),
  'many patterns that are slow to compare': doc(
    Array.from({ length: 40 }, (_, index) => ({
      ...allow,
      Resource: [
        `arn:aws:s3:::${'*b'.repeat(500)}${String(index)}`,
        `arn:aws:s3:::${'b'.repeat(1000)}${String(index)}`,
      ],
    })),
  ),
  'a very long action': one({ Action: `s3:${long}` }),
  'a very long resource': one({ Resource: `arn:aws:s3:::${long}` }),
  'a very long pattern': one({ Resource: `arn:aws:s3:::${'*a'.repeat(50_000)}` }),
  'a hundred thousand statements': doc(
    Array.from({ length: 100_000 }, () => ({
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: '*',
    })),
  ),
  'a hundred thousand actions': one({
    Action: Array.from({ length: 100_000 }, (_, index) => `s3:Put${String(index)}`),
  }),
};
