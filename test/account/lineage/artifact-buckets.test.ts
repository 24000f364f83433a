import { expect } from 'chai';
import { artifactBuckets } from '../../../src/account/lineage/artifact-buckets.ts';
import { keysOfArtifacts } from '../../../src/account/lineage/artifact-keys.ts';
import { present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { build } from '../../support/build.ts';
import { accountWith, byRole, named } from '../../support/lineage.ts';

const denied = { state: 'denied', call: 'c', code: 'AccessDenied' } as const;
const keyArn = (name: string) => `arn:aws:kms:eu-west-1:111122223333:key/${name}`;
const key = (name: string, manager = 'CUSTOMER') =>
  build('kms.key', { manager: present(manager) }, { id: keyArn(name), name });
const bucket = (name: string, reference: string | null) =>
  build(
    's3.bucket',
    {
      encryption:
        reference === 'denied'
          ? denied
          : present({ algorithm: 'aws:kms', key: reference, bucketKey: true }),
    },
    { id: `arn:aws:s3:::${name}`, name },
  );
const job = named('sagemaker.training-job', 'job', {
  ...byRole('Train'),
  inputs: present([{ name: 'train', uri: 's3://data/set' }]),
  outputUri: present('s3://models/out'),
});

const keyed: readonly Resource[] = [key('one'), key('aws', 'AWS')];

describe('artifactBuckets', () => {
  it('finds the buckets of places, with the classes that they hold', () => {
    const inputs = { artifacts: { report: ['s3://mod*/reports/*'] } };
    const account = accountWith([job, bucket('models', null), bucket('data', null)], inputs);
    const { list, missing } = artifactBuckets(account);
    expect(missing).to.deep.equal([]);
    expect(list.map((one) => [one.bucket.name, ...one.classes])).to.deep.equal([
      ['data', 'trainingData'],
      ['models', 'modelWeights', 'report'],
    ]);
    expect(
      artifactBuckets(account, 'report').list.map((one) => [one.bucket.name, ...one.classes]),
    ).to.deep.equal([['models', 'report']]);
  });

  it('names a bucket that is not of the account', () => {
    const { missing } = artifactBuckets(accountWith([job, bucket('models', null)]));
    expect(missing.map(({ what }) => what)).to.deep.equal(['bucket data']);
  });
});

describe('keysOfArtifacts', () => {
  it('gives every key once, with all that it encrypts', () => {
    const buckets = [bucket('data', keyArn('one')), bucket('models', 'one')];
    const { list, missing } = keysOfArtifacts(accountWith([job, ...keyed, ...buckets]));
    expect(missing).to.deep.equal([]);
    expect(
      list.map((one) => [one.key.name, one.buckets.map(({ name }) => name), one.classes]),
    ).to.deep.equal([['one', ['data', 'models'], ['trainingData', 'modelWeights']]]);
  });

  it('leaves out the keys of AWS', () => {
    for (const reference of [null, 'alias/aws/s3', keyArn('aws')]) {
      const buckets = [bucket('data', reference), bucket('models', reference)];
      expect(keysOfArtifacts(accountWith([job, ...keyed, ...buckets]))).to.deep.equal({
        list: [],
        missing: [],
      });
    }
  });

  it('names what it cannot tell', () => {
    const buckets = [bucket('data', 'denied'), bucket('models', 'other')];
    const { missing } = keysOfArtifacts(accountWith([job, ...keyed, ...buckets]));
    expect(missing.map(({ what }) => what)).to.deep.equal([
      'encryption of arn:aws:s3:::data',
      'key other of arn:aws:s3:::models',
    ]);
  });
});
