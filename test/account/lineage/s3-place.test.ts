import { expect } from 'chai';
import { s3Place, type Extent } from '../../../src/account/lineage/s3-place.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { accountWith } from '../../support/lineage.ts';

const accessPoint = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/readers';
const account = accountWith([
  build('s3.access-point', { bucket: present('data') }, { id: accessPoint, name: 'readers' }),
]);

describe('s3Place', () => {
  const cases: readonly (readonly [string, string, Extent, string | undefined])[] = [
    ['takes a prefix for a string prefix', 's3://b/p', 'prefix', 'b/p*'],
    ['keeps the slash of a folder', 's3://b/p/', 'prefix', 'b/p/*'],
    ['takes a bucket for all in it', 's3://b', 'prefix', 'b/*'],
    ['takes a bucket for all in it even where an object is meant', 's3://b/', 'object', 'b/*'],
    ['names one object', 's3://b/list', 'object', 'b/list'],
    ['names one archive', 's3://b/m.tar.gz', 'archive', 'b/m.tar.gz'],
    ['takes weights without an extension for a prefix', 's3://b/m', 'archive', 'b/m*'],
    ['takes a folder of weights for a prefix', 's3://b/v1.2/', 'archive', 'b/v1.2/*'],
    ['adds no second star', 's3://b/p*', 'prefix', 'b/p*'],
    ['reads an address by path', 'https://s3.eu-west-1.amazonaws.com/b/p', 'prefix', 'b/p*'],
    ['reads an address by host', 'https://b.s3.amazonaws.com/p', 'prefix', 'b/p*'],
    ['finds the bucket behind an access point', `s3://${accessPoint}/p`, 'prefix', 'data/p*'],
    ['cannot tell of an unknown access point', `s3://${accessPoint}2/p`, 'prefix', undefined],
    ['cannot tell of an alias', 's3://readers-abc-s3alias/p', 'prefix', undefined],
    ['cannot tell of anything else', 'https://example.com/b/p', 'prefix', undefined],
  ];
  for (const [title, uri, extent, place] of cases) {
    it(title, () => {
      const expected = place === undefined ? undefined : `arn:aws:s3:::${place}`;
      expect(s3Place(account, uri, extent)).to.equal(expected);
    });
  }
});
