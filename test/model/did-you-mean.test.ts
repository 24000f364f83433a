import { expect } from 'chai';
import { didYouMean } from '../../src/model/did-you-mean.ts';

const known = ['encryption', 'versioning', 'trust', 'VpcConfig', 'tags', 'acl'];

describe('didYouMean', () => {
  const meant = {
    encrypton: 'encryption',
    encyrption: 'encryption',
    vpcconfig: 'VpcConfig',
    VpcConfg: 'VpcConfig',
    trsut: 'trust',
    tag: 'tags',
    alc: 'acl',
    version: 'versioning',
  };
  for (const [given, name] of Object.entries(meant)) {
    it(`takes ${given} for ${name}`, () => expect(didYouMean(given, known)).to.equal(name));
  }

  for (const given of ['', 'policy', 'x', 'abc', 'subnets']) {
    it(`does not guess what "${given}" is`, () => {
      expect(didYouMean(given, known)).to.equal(undefined);
    });
  }

  it('prefers the nearest, and the first of equals', () => {
    expect(didYouMean('roles', ['role', 'rolex', 'roles'])).to.equal('roles');
    expect(didYouMean('rolez', ['rolex', 'roley'])).to.equal('rolex');
  });
});
