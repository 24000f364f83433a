import { expect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { notCollected, present } from '../../src/model/observed.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import { completeUniverse, region, snapshotOf } from '../support/build.ts';
import { key, keyArn, keyId, keysDenied } from '../support/key.ts';

const named = key({ aliases: present(['alias/models']) });
const mrk = 'mrk-1234abcd12ab34cd56ef1234567890ab';

function open(keys: readonly Resource[], universes?: readonly Universe[]) {
  return openAccount(snapshotOf(keys, universes), undeclared);
}

describe('a key', () => {
  const references = {
    id: keyId,
    ARN: keyArn(),
    alias: 'alias/models',
    'alias ARN': 'arn:aws:kms:eu-west-1:111122223333:alias/models',
  };
  for (const [form, reference] of Object.entries(references)) {
    it(`is found by ${form}`, () => {
      expect(open([named]).key(reference, region)).to.deep.equal({ found: 'key', key: named });
    });
  }

  it('is found although the list is not complete', () => {
    expect(open([named], keysDenied).key(keyId, region).found).to.equal('key');
  });

  it('does not exist when the list is complete and does not hold it', () => {
    const account = open([named]);
    expect(account.key('00000000-0000-0000-0000-000000000000', region)).to.deep.equal({
      found: 'none',
    });
    expect(account.key('alias/other', region)).to.deep.equal({ found: 'none' });
  });

  it('cannot be told when the list is not complete', () => {
    expect(open([], keysDenied).key(keyId, region)).to.deep.equal({
      found: 'unknown',
      missing: { what: 'all kms.key in eu-west-1', why: notCollected('the list is denied') },
    });
  });

  it('cannot be told by alias when the aliases of some key were not read', () => {
    const account = open([key({ aliases: notCollected('denied') })]);
    expect(account.key('alias/models', region)).to.deep.equal({
      found: 'unknown',
      missing: {
        what: `aliases of ${keyArn()}, to find alias/models`,
        why: notCollected('denied'),
      },
    });
    expect(account.key(keyId, region).found).to.equal('key');
  });

  it('cannot be told when it is another account’s', () => {
    const foreign = `arn:aws:kms:eu-west-1:999988887777:key/${keyId}`;
    expect(open([named]).key(foreign, region)).to.deep.equal({
      found: 'unknown',
      missing: {
        what: `key ${foreign}`,
        why: notCollected('the key belongs to account 999988887777'),
      },
    });
  });

  it('cannot be told when its region was not captured', () => {
    const found = open([named]).key(keyArn(keyId, 'us-east-1'), region);
    expect(found).to.deep.equal({
      found: 'unknown',
      missing: { what: 'all kms.key in us-east-1', why: notCollected('never listed') },
    });
  });

  it('cannot be told from a text that is no key reference', () => {
    for (const text of [
      '',
      'arn:aws:s3:::bucket',
      'arn:aws:kms:eu-west-1:111122223333:x/y',
      'a b',
    ]) {
      expect(open([named]).key(text, region).found, text).to.equal('unknown');
    }
  });

  it('is the replica of the region in which a multi-region id is used', () => {
    const here = key({}, { id: keyArn(mrk), name: mrk });
    const there = key({}, { id: keyArn(mrk, 'us-east-1'), name: mrk, region: 'us-east-1' });
    const universes = [completeUniverse('kms.key'), completeUniverse('kms.key', 'us-east-1')];
    const account = open([here, there], universes);
    expect(account.key(mrk, region)).to.deep.equal({ found: 'key', key: here });
    expect(account.key(mrk, 'us-east-1')).to.deep.equal({ found: 'key', key: there });
    expect(account.key(keyArn(mrk, 'us-east-1'), region)).to.deep.equal({
      found: 'key',
      key: there,
    });
  });
});
