import { expect } from 'chai';
import fc from 'fast-check';
import { compileResourcePattern } from '../../src/decide/resource-pattern.ts';
import { maybe, no, yes } from '../../src/decide/tri.ts';
import { keys } from '../support/condition-case.ts';

const names = { [no]: 'no', [maybe]: 'maybe', [yes]: 'yes', 'no value': 'no value' } as const;

const context = keys({
  'aws:username': ['ann'],
  'aws:principalaccount': ['111122223333'],
  'aws:principaltag/dir': ['a:b'],
  'aws:tagkeys': ['a', 'b'],
  'aws:sourceidentity': 'unknown',
  'saml:sub': ['a*'],
});

type Row = readonly [pattern: string, resource: string, match: (typeof names)[keyof typeof names]];

function testRows(rows: readonly Row[], variables = true): void {
  for (const [pattern, resource, match] of rows) {
    it(`${match}: ${pattern} for ${resource}`, () => {
      const compiled = compileResourcePattern(pattern, variables);
      expect(names[compiled.matches(resource, context)]).to.equal(match);
    });
  }
}

describe('a resource pattern', () => {
  testRows([
    ['*', '*', 'yes'],
    ['*', 'arn:aws:s3:::b', 'yes'],
    ['**', 'anything', 'yes'],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b', 'yes'],
    ['arn:aws:s3:::b', 'arn:aws:s3:::B', 'no'],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b/k', 'no'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/b:c', 'yes'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'no'],
    ['arn:aws:s3:::b*', 'arn:aws:s3:::bc/k', 'yes'],
    ['arn:aws:s3:::*/k?', 'arn:aws:s3:::b/a/k1', 'yes'],
    ['arn:aws:s3:::*', '*', 'no'],
    ['arn:aws:iam::1:user/Bob', 'arn:aws:iam::1:user/bob', 'no'],
    ['arn:*:s3:::b', 'arn:aws-cn:s3:::b', 'yes'],
    ['arn:aws:sqs:*:1111:q', 'arn:aws:sqs:eu-west-1:1111:q', 'yes'],
    ['arn:aws:sqs:eu-*:1111:q', 'arn:aws:sqs:us-east-1:1111:q', 'no'],
    ['arn:aws:sqs:eu-west-?:*:q*', 'arn:aws:sqs:eu-west-1:1111:q', 'yes'],
    ['arn:aws:logs:*:1:log-group:*', 'arn:aws:logs:r:1:log-group:g:log-stream:s', 'yes'],
  ]);
});

describe('a wildcard that would have to take a colon', () => {
  testRows([
    ['arn:aws:x:*:f/*', 'arn:aws:x:r:1111:f/a', 'maybe'],
    ['arn:aws:x:*:*:f/b', 'arn:aws:x:r:1111:g:f/b', 'maybe'],
    ['arn:aws:x:*:1111:f/*', 'arn:aws:x:r:2222:z:1111:f/a', 'maybe'],
    ['arn:aws:x:r*1:1111:f', 'arn:aws:x:r:1:1111:f', 'no'],
    ['arn:aws:x:r?:1111:f', 'arn:aws:x:r::1111:f', 'no'],
    ['arn:aws:x:r:*:f', 'arn:aws:x:q:1:f', 'no'],
  ]);
});

describe('an incomplete ARN', () => {
  testRows([
    ['arn:aws:sqs', 'arn:aws:sqs:r:1:q', 'yes'],
    ['arn:aws:sqs:r', 'arn:aws:sqs:r:1:q:x', 'yes'],
    ['arn:aws:sqs:r', 'arn:aws:sqs:r2:1:q', 'no'],
    ['arn:aws:waf:*', 'arn:aws:waf::1:rule/x', 'yes'],
    ['arn:aws:sqs', 'arn:aws:sns:r:1:q', 'no'],
    ['arn:*', 'arn:aws:sqs:r:1:q', 'maybe'],
  ]);
});

describe('what AWS would reject in Resource', () => {
  testRows([
    ['arn:aws:*:r:1:q', 'arn:aws:sqs:r:1:q', 'maybe'],
    ['arn:aws:s?s:r:1:q', 'arn:aws:sqs:r:1:q', 'maybe'],
    ['arn:aws:s?s:r:1:q', 'arn:aws:lambda:r:1:q', 'no'],
    ['a*', 'arn:aws:sqs:r:1:q', 'maybe'],
    ['my-bucket', 'my-bucket', 'maybe'],
    ['my-bucket', 'my-bucket2', 'no'],
    ['', 'arn:aws:sqs:r:1:q', 'no'],
    ['arn:aws:s3:::${aws:username', 'arn:aws:s3:::b', 'maybe'],
    ['arn:aws:s3:::${aws:username', 'arn:aws:sqs:::b', 'no'],
  ]);
});

describe('a policy variable in a resource pattern', () => {
  testRows([
    ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/ann/k', 'yes'],
    ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/bob/k', 'no'],
    ['arn:*:s3:::b/${aws:username}', 'arn:aws:s3:::b/ann', 'yes'],
    ['arn:aws:s3:::b/${aws:PrincipalTag/dir}', 'arn:aws:s3:::b/a:b', 'yes'],
    ['arn:aws:s3:::b/${aws:PrincipalTag/x}', 'arn:aws:s3:::b/', 'no value'],
    ["arn:aws:s3:::b/${aws:PrincipalTag/x, 'all'}", 'arn:aws:s3:::b/all', 'yes'],
    ['arn:aws:s3:::b/${aws:TagKeys}', 'arn:aws:s3:::b/a', 'maybe'],
    ['arn:aws:s3:::b/${aws:SourceIdentity}', 'arn:aws:s3:::b/a', 'maybe'],
    ['arn:aws:s3:::b/${aws:SourceIdentity}', 'arn:aws:s3:::c/a', 'maybe'],
    ["arn:aws:s3:::b/${aws:SourceIdentity, 'x'}", 'arn:aws:s3:::c/a', 'no'],
    ['arn:aws:s3:::b/${saml:sub}', 'arn:aws:s3:::b/ab', 'maybe'],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*', 'yes'],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x', 'no'],
    ['arn:aws:kms:r:${aws:PrincipalAccount}:key/*', 'arn:aws:kms:r:111122223333:key/k', 'maybe'],
    ['arn:aws:kms:r:${aws:PrincipalAccount}:key/*', 'arn:aws:kms:r:444455556666:key/k', 'no'],
    ['${aws:PrincipalTag/x}', '*', 'no value'],
  ]);

  it('is text in documents of the older version', () => {
    const pattern = compileResourcePattern('arn:aws:s3:::b/${aws:username}', false);
    expect(pattern.matches('arn:aws:s3:::b/ann', context)).to.equal(no);
    expect(pattern.matches('arn:aws:s3:::b/${aws:username}', context)).to.equal(yes);
  });

  it('cannot make Resource match elsewhere, known or not', () => {
    const pattern = compileResourcePattern(
      'arn:aws:s3:::b/${aws:sourceidentity}',
      true,
      'Resource',
    );
    expect(pattern.matches('arn:aws:s3:::c/a', context)).to.equal(no);
    expect(pattern.matches('arn:aws:s3:::b/a', context)).to.equal(maybe);
  });
});

describe('resource patterns in general', () => {
  it('match as slow regular expressions say', () => {
    const text = (alphabet: string[], maxLength: number): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(''));
    const head = fc.array(text(['a', '*', '?'], 2), { minLength: 2, maxLength: 2 });
    const value = text(['a', ':', ':'], 9);
    fc.assert(
      fc.property(
        head,
        text(['a', ':', '*'], 4),
        value,
        ([region = '', account = ''], rest, end) => {
          const pattern = compileResourcePattern(`arn:aws:s3:${region}:${account}:${rest}`, true);
          const resource = `arn:aws:s3:${end}`;
          const tail = rest.replaceAll('*', '.*');
          const strict = [region, account].map((one) => source(one, '[^:]*'));
          const loose = [region, account].map((one) => source(one, '.*'));
          const test = (parts: string[]): boolean =>
            new RegExp(`^arn:aws:s3:${parts.join(':')}:${tail}$`, 's').test(resource);
          const expected = test(strict) ? yes : test(loose) ? maybe : no;
          expect(pattern.matches(resource, context)).to.equal(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('answer a hostile pattern at once', () => {
    const pattern = compileResourcePattern(
      `arn:aws:x:${'*a'.repeat(30)}*:*:${'*a'.repeat(30)}b`,
      true,
    );
    const started = performance.now();
    expect(pattern.matches(`arn:aws:x:r:1:${'a'.repeat(5000)}`, context)).to.equal(no);
    expect(performance.now() - started).to.be.lessThan(500);
  });
});

/** A segment's regular expression; `final` for a `*` at its end. */
function source(segment: string, final: string): string {
  return segment
    .replace(/\*$/, '#')
    .replaceAll('*', '[^:]*')
    .replaceAll('?', '[^:]')
    .replace('#', final);
}
