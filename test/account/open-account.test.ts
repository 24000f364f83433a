import { expect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { notCollected } from '../../src/model/observed.ts';
import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import { accountId, build, completeUniverse, region, snapshotOf } from '../support/build.ts';

const denied = { state: 'denied', call: 'kms:ListKeys', code: 'AccessDenied' } as const;

function gaps(universes: readonly Universe[], kind: Kind, inRegion?: string) {
  return openAccount(snapshotOf([], universes), undeclared).gaps(kind, inRegion);
}

describe('openAccount', () => {
  it('gives what the snapshot says of itself', () => {
    const account = openAccount(snapshotOf([]), undeclared);
    expect([account.id, account.partition, account.takenAt]).to.deep.equal([
      accountId,
      'aws',
      '2026-11-01T00:01:00.000Z',
    ]);
  });

  it('finds resources by ARN and reads each list once', () => {
    const role: Resource = build('iam.role', {}, { id: 'arn:aws:iam::111122223333:role/A' });
    const snapshot = snapshotOf([role]);
    let reads = 0;
    const counted: typeof snapshot = {
      ...snapshot,
      resources: (kind) => {
        reads += 1;
        return snapshot.resources(kind);
      },
    };
    const account = openAccount(counted, undeclared);
    expect(account.find('iam.role', role.id)).to.equal(role);
    expect(account.find('iam.role', 'arn:aws:iam::111122223333:role/B')).to.equal(undefined);
    expect(account.all('iam.role')).to.deep.equal([role]);
    expect(reads).to.equal(1);
  });

  it('has no gap when the list of every region is complete', () => {
    expect(gaps([completeUniverse('kms.key')], 'kms.key')).to.deep.equal([]);
    expect(gaps([completeUniverse('kms.key')], 'kms.key', region)).to.deep.equal([]);
  });

  it('names a list that ended early, with the reason', () => {
    const broken = { ...completeUniverse('kms.key'), end: 'denied', problem: denied } as const;
    expect(gaps([broken], 'kms.key')).to.deep.equal([
      { what: 'all kms.key in eu-west-1', why: denied },
    ]);
    const cut = { ...completeUniverse('kms.key'), end: 'truncated' } as const;
    expect(gaps([cut], 'kms.key', region)).to.deep.equal([
      { what: 'all kms.key in eu-west-1', why: notCollected('the list is truncated') },
    ]);
  });

  it('names a region of which no list was asked for', () => {
    expect(gaps([], 'kms.key')).to.deep.equal([
      { what: 'all kms.key in eu-west-1', why: notCollected('never listed') },
    ]);
    expect(gaps([completeUniverse('kms.key')], 'kms.key', 'us-east-1')).to.deep.equal([
      { what: 'all kms.key in us-east-1', why: notCollected('never listed') },
    ]);
  });

  it('leaves the broken list of another region out of a question about one', () => {
    const broken = { ...completeUniverse('kms.key', 'us-east-1'), end: 'error' } as const;
    const universes = [completeUniverse('kms.key'), broken];
    expect(gaps(universes, 'kms.key', region)).to.deep.equal([]);
    expect(gaps(universes, 'kms.key').length).to.equal(1);
  });

  it('asks for one list of a global kind, whatever the region', () => {
    expect(gaps([], 'iam.role')).to.deep.equal([
      { what: 'all iam.role', why: notCollected('never listed') },
    ]);
    const listed = [completeUniverse('iam.role', 'global')];
    expect(gaps(listed, 'iam.role', 'ap-south-1')).to.deep.equal([]);
    const broken = [{ ...completeUniverse('iam.role', 'global'), end: 'skipped' } as const];
    expect(gaps(broken, 'iam.role', 'ap-south-1').length).to.equal(1);
  });
});
