import { expect } from 'chai';
import { accountBlock, effectiveBlock } from '../../../src/account/fact/public-access-block.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import { absent, notCollected, present, type Observed } from '../../../src/model/observed.ts';
import type { PublicAccessBlock } from '../../../src/model/resource/s3.ts';
import { blockOf } from '../../support/bucket.ts';
import { build, snapshotOf } from '../../support/build.ts';

function accountWith(...blocks: readonly Observed<PublicAccessBlock>[]) {
  const resources = blocks.map((publicAccessBlock) => build('s3.account', { publicAccessBlock }));
  return openAccount(snapshotOf(resources), undeclared);
}

describe('block public access', () => {
  it('of the account blocks nothing when it was never set', () => {
    expect(accountBlock(accountWith(absent))).to.deep.equal({ read: true, block: blockOf(false) });
    expect(accountBlock(accountWith(present(blockOf(true))))).to.deep.equal({
      read: true,
      block: blockOf(true),
    });
  });

  it('of the account is unknown when it was not read', () => {
    const what = 'publicAccessBlock of the account';
    expect(accountBlock(accountWith(notCollected('denied')))).to.deep.equal({
      read: false,
      missing: { what, why: notCollected('denied') },
    });
    expect(accountBlock(accountWith())).to.deep.equal({
      read: false,
      missing: { what, why: notCollected('not in the snapshot') },
    });
  });

  it('takes each flag from the account or the bucket', () => {
    const ofAccount = blockOf(false, { blockPublicAcls: true, restrictPublicBuckets: true });
    const ofBucket = blockOf(false, { ignorePublicAcls: true, restrictPublicBuckets: true });
    expect(effectiveBlock(ofAccount, ofBucket)).to.deep.equal(
      blockOf(true, { blockPublicPolicy: false }),
    );
  });
});
