import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { actionFacts, allActions } from '../../src/facts/action-facts.ts';
import { isRcpSupported } from '../../src/facts/rcp-services.ts';
import { makeFacts } from '../support/make-facts.ts';

describe('The facts about actions', () => {
  for (const [name, text] of makeFacts()) {
    it(`are what the pinned reference says: ${name} (else: npm run facts)`, () => {
      const committed = readFileSync(
        new URL(`../../src/facts/data/${name}`, import.meta.url),
        'utf8',
      );
      expect(committed === text).to.equal(true);
    });
  }

  it('cover all actions of AWS', () => {
    expect(new Set(allActions()).size).to.equal(22_091);
  });

  it('are found in any case', () => {
    expect(actionFacts('S3:getobject')?.action).to.equal('s3:GetObject');
    expect(actionFacts('s3:ListAllMyBuckets')?.resourceTypes).to.deep.equal([]);
    expect(actionFacts('s3:NoSuchAction')).to.equal(undefined);
    expect(actionFacts('nonsense')).to.equal(undefined);
  });

  it('give one ARN of six parts to a type, and nothing in it that is not filled in', () => {
    const arns = allActions().flatMap((name) =>
      (actionFacts(name)?.resourceTypes ?? []).map(({ arn }) => arn),
    );
    const odd = arns.filter((arn) => !/^arn:[^:]*(:[^:]*){3}:[^,{}$ ]+$/.test(arn));
    expect([...new Set(odd)]).to.deep.equal([]);
  });

  it('know where resource control policies apply', () => {
    expect(['s3', 'kms', 'sts', 'sagemaker', 'bedrock'].map(isRcpSupported)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
