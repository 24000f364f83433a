import { expect } from 'chai';
import { imagePlace } from '../../../src/account/lineage/image-place.ts';
import { accountWith } from '../../support/lineage.ts';

describe('imagePlace', () => {
  const registry = '763104351884.dkr.ecr.us-east-1.amazonaws.com';
  const arn = 'arn:aws:ecr:us-east-1:763104351884:repository';
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['drops the tag', `${registry}/acme/train:1.0`, `${arn}/acme/train`],
    ['drops the digest', `${registry}/train@sha256:00ff`, `${arn}/train`],
    ['needs neither', `${registry}/train`, `${arn}/train`],
    ['knows FIPS endpoints', `${registry.replace('ecr', 'ecr-fips')}/train:1`, `${arn}/train`],
    ['cannot tell of another registry', 'docker.io/library/python:3', undefined],
    ['cannot tell of a bare name', 'train:1', undefined],
  ];
  for (const [title, uri, expected] of cases) {
    it(title, () => {
      expect(imagePlace(accountWith([]), uri)).to.equal(expected);
    });
  }
});
