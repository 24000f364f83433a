import { expect } from 'chai';
import { compilePolicySet } from '../../src/decide/compile-policy-set.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import { covers } from '../../src/reach/covers.ts';

const tls = { Bool: { 'aws:SecureTransport': 'true' } };
const vpce = { StringEquals: { 'aws:SourceVpce': ['a', 'b'] } };

const cases: readonly (readonly [
  title: string,
  outer: JsonObject,
  inner: JsonObject,
  is: boolean,
])[] = [
  ['the same', { Resource: 'arn:aws:s3:::a' }, { Resource: 'arn:aws:s3:::a' }, true],
  ['everything', { Resource: ['x', '*'] }, { Resource: 'arn:aws:s3:::a' }, true],
  ['a longer list', { Resource: ['arn:aws:s3:::a', 'b'] }, { Resource: 'b' }, true],
  ['a shorter list', { Resource: 'b' }, { Resource: ['arn:aws:s3:::a', 'b'] }, false],
  ['fewer exceptions', { NotResource: 'b' }, { NotResource: ['b', 'c'] }, true],
  ['more exceptions', { NotResource: ['b', 'c'] }, { NotResource: 'b' }, false],
  ['a list and its opposite', { Resource: 'b' }, { NotResource: 'b' }, false],
  [
    'fewer conditions',
    { Resource: '*', Condition: tls },
    { Resource: '*', Condition: { ...tls, ...vpce } },
    true,
  ],
  [
    'more conditions',
    { Resource: '*', Condition: { ...tls, ...vpce } },
    { Resource: '*', Condition: tls },
    false,
  ],
  [
    'values in another order',
    { Resource: '*', Condition: { StringEquals: { 'AWS:sourcevpce': ['b', 'a'] } } },
    { Resource: '*', Condition: vpce },
    true,
  ],
  ['what is odd', { Resource: '*', Sidd: 'x' }, { Resource: '*' }, false],
];

function compile(statement: JsonObject) {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', ...statement }],
  };
  const [compiled] = compilePolicySet({
    identity: [{ name: 'policy', ...parseDocument(document) }],
  }).identity.allows;
  if (compiled === undefined) throw new Error('no statement');
  return compiled;
}

describe('A statement, by its text,', () => {
  for (const [title, outer, inner, is] of cases) {
    it(`${is ? 'covers' : 'does not cover'} another with ${title}`, () => {
      expect(covers(compile(outer), compile(inner))).to.equal(is);
    });
  }
});
