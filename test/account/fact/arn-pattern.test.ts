import { expect } from 'chai';
import { isFixed, mayMean, patternParts } from '../../../src/account/fact/arn-pattern.ts';

describe('The pattern of an ARN', () => {
  it('has six parts, the last with its colons', () => {
    expect(patternParts('arn:aws:logs:*:1:log-group:x:*', '2')).to.deep.equal([
      ...['arn', 'aws', 'logs', '*', '1'],
      'log-group:x:*',
    ]);
  });

  it('has the account of the principal in place of the variable', () => {
    const parts = patternParts('arn:aws:kms:*:${aws:PrincipalAccount}:key/*', '111122223333');
    expect(parts?.[4]).to.equal('111122223333');
  });

  it('is open where a variable stands, whatever is in its name', () => {
    const parts = patternParts('arn:aws:s3:::models-${aws:PrincipalTag/team}/*', '1');
    expect(parts?.[5]).to.equal('models-*/*');
  });

  it('has no parts when it is not complete', () => {
    expect(patternParts('*', '1')).to.equal(undefined);
    expect(patternParts('arn:aws:s3', '1')).to.equal(undefined);
  });

  it('may mean what a wildcard, a variable or a missing end leaves open', () => {
    const type = 'arn:*:ecr:*:*:repository/*';
    for (const value of ['*', 'arn:*', 'arn:aws:ecr', 'arn:aws:ecr:*:1:${aws:username}']) {
      expect(mayMean(value, type), value).to.equal(true);
    }
    for (const value of ['arn:aws:s3:::models/*', 'arn:aws:ecr:*:1:registry', 'arn:aws:kms']) {
      expect(mayMean(value, type), value).to.equal(false);
    }
  });

  it('is fixed without wildcards and variables', () => {
    expect(['a/b', 'a*', 'a?', '${aws:username}'].map(isFixed)).to.deep.equal([
      ...[true, false, false, false],
    ]);
  });
});
