import { expect } from 'chai';
import { s3AccountCollector } from '../../../src/collect/s3/account.ts';
import { absent, present, type Observed } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';

async function blockFrom(
  answer: NonNullable<Answers['s3control:GetPublicAccessBlock']>,
): Promise<unknown> {
  const { one, universes } = await collectFrom(s3AccountCollector, {
    's3control:GetPublicAccessBlock': answer,
  });
  expect(universes).to.deep.equal([{ kind: 's3.account', region: 'global', end: 'complete' }]);
  const { publicAccessBlock, ...identity } = one('s3.account');
  expect(identity).to.deep.equal({
    kind: 's3.account',
    id: 'arn:aws:iam::111122223333:root',
    name: '111122223333',
    account: '111122223333',
    region: 'global',
  });
  return publicAccessBlock satisfies Observed<unknown>;
}

describe('s3AccountCollector', () => {
  it('reads the four switches', async () => {
    const block = await blockFrom({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: false,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: false,
      },
    });
    expect(block).to.deep.equal(
      present({
        blockPublicAcls: true,
        ignorePublicAcls: false,
        blockPublicPolicy: true,
        restrictPublicBuckets: false,
      }),
    );
  });

  it('takes its own "no such" code for absent', async () => {
    const none = awsError('NoSuchPublicAccessBlockConfiguration');
    expect(await blockFrom(none)).to.deep.equal(absent);
  });

  it('makes an error of a missing switch', async () => {
    const block = await blockFrom({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true },
    });
    expect(block).to.deep.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('writes the account although the call is denied', async () => {
    expect(await blockFrom(awsError('AccessDenied'))).to.deep.equal({
      state: 'denied',
      call: 's3control:GetPublicAccessBlock',
      code: 'AccessDenied',
    });
  });
});
