import { expect } from 'chai';
import { volumeStorage } from '../../../src/account/fact/local-storage.ts';

describe('volumeStorage', () => {
  it('tells instance types with local disks from those on EBS', () => {
    const types = ['ml.g5.xlarge', 'ml.p4d.24xlarge', 'ml.c5d.large', 'ml.p6-b200.48xlarge'];
    expect(types.map(volumeStorage)).to.deep.equal(types.map(() => 'local'));
    const onEbs = ['ml.m5.xlarge', 'ml.p3.2xlarge', 'ml.inf2.xlarge', 'ml.m7i-flex.large'];
    expect(onEbs.map(volumeStorage)).to.deep.equal(onEbs.map(() => 'remote'));
  });

  it('does not guess', () => {
    const types = ['ml.z9d.large', 'g5.xlarge', 'system', ''];
    expect(types.map(volumeStorage)).to.deep.equal(types.map(() => 'unknown'));
  });
});
