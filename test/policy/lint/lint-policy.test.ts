import { expect } from 'chai';
import type { JsonValue } from '../../../src/model/json.ts';
import { lintPolicy } from '../../../src/policy/lint/lint-policy.ts';
import { allow, everyone } from '../../case/lint/build.ts';
import { conditions } from '../../case/lint/conditions.ts';
import { elements } from '../../case/lint/elements.ts';
import { principals } from '../../case/lint/principals.ts';
import { resources } from '../../case/lint/resources.ts';
import { statements as pairs } from '../../case/lint/statements.ts';

const cases = [...elements, ...principals, ...resources, ...conditions, ...pairs];

describe('lintPolicy', () => {
  for (const { name, statements, kind = 'identity', version = '2012-10-17', found } of cases) {
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

  it('guesses what a document is', () => {
    const errors = (...statements: readonly JsonValue[]) =>
      lintPolicy(
        { document: { Version: '2012-10-17', Statement: statements }, sha256: '' },
        undefined,
      )
        .filter(({ level }) => level === 'error')
        .map(({ code }) => code);
    const service = { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' } };
    expect(errors(allow)).to.deep.equal([]);
    expect(errors(everyone)).to.deep.equal([]);
    expect(errors({ ...service, Action: 'sts:AssumeRole' })).to.deep.equal([]);
    // A repository's policy has no Resource either.
    expect(errors({ ...service, Action: 'ecr:BatchGetImage' })).to.deep.equal([]);
    expect(errors({ ...service, Action: ['sts:AssumeRole', 's3:GetObject'] })).to.deep.equal([]);
  });
});
