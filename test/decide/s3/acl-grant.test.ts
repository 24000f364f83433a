import { expect } from 'chai';
import { aclGrants } from '../../../src/decide/s3/acl-grant.ts';
import type { S3Settings } from '../../../src/decide/settings.ts';
import type { BucketAcl } from '../../../src/model/resource/s3.ts';
import { grantsText } from '../../support/grants-text.ts';
import { other, preparedRequest } from '../../support/prepared-request.ts';

const bucket = 'arn:aws:s3:::models';
const object = `${bucket}/a`;
const foreign = `arn:aws:iam::${other}:role/Partner`;
const everyone = 'http://acs.amazonaws.com/groups/global/AllUsers';
const signed = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
const logs = 'http://acs.amazonaws.com/groups/s3/LogDelivery';

function acl(grantee: string, permission: string, owner = 'own'): BucketAcl {
  return { owner, grants: [{ grantee, permission, type: '' }] };
}

function grantsTo(principal: string, action: string, settings: S3Settings): string {
  const resource = action.includes('Bucket') ? bucket : object;
  const request = preparedRequest({ principal, action, resource });
  return grantsText(aclGrants(request, { ownership: 'ObjectWriter', ...settings }));
}

describe('A permission of an ACL', () => {
  const actions = [
    ...['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads', 's3:PutObject'],
    ...['s3:GetBucketAcl', 's3:PutBucketAcl', 's3:GetObject', 's3:GetObjectVersion'],
    ...['s3:GetObjectAcl', 's3:GetObjectVersionAcl', 's3:PutObjectAcl', 's3:PutObjectVersionAcl'],
    ...['s3:DeleteObject', 's3:GetBucketPolicy', 's3:GetObjectTagging', 's3:DeleteBucket'],
  ];
  const allowed = (settings: S3Settings): string[] =>
    actions.filter((action) => grantsTo('anonymous', action, settings) !== 'none');
  const list = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
  const get = ['s3:GetObject', 's3:GetObjectVersion'];
  const getAcl = ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'];
  const putAcl = ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'];
  const bucketAcls = ['s3:GetBucketAcl', 's3:PutBucketAcl'];

  const rows: readonly (readonly [permission: string, onBucket: string[], onObject: string[]])[] = [
    ['READ', list, get],
    ['WRITE', ['s3:PutObject'], []],
    ['READ_ACP', ['s3:GetBucketAcl'], getAcl],
    ['WRITE_ACP', ['s3:PutBucketAcl'], putAcl],
    ['FULL_CONTROL', [...list, 's3:PutObject', ...bucketAcls], [...get, ...getAcl, ...putAcl]],
    ['UNHEARD_OF', [], []],
  ];
  for (const [permission, onBucket, onObject] of rows) {
    it(`${permission} of a bucket allows ${onBucket.join(', ') || 'nothing'}`, () => {
      expect(allowed({ bucketAcl: acl(everyone, permission) })).to.deep.equal(onBucket);
    });
    it(`${permission} of an object allows ${onObject.join(', ') || 'nothing'}`, () => {
      expect(allowed({ objectAcl: acl(everyone, permission) })).to.deep.equal(onObject);
    });
  }
});

describe('An ACL', () => {
  const own = 'arn:aws:iam::111122223333:role/Train';
  const ignored = { blockPublicAccess: { ignorePublicAcls: true } };
  const read = (grantee: string): S3Settings => ({ objectAcl: acl(grantee, 'READ') });
  type Row = readonly [title: string, caller: string, settings: S3Settings, expected: string];
  const rows: readonly Row[] = [
    ['grants everyone', 'anonymous', read(everyone), 'everyone'],
    ['grants everyone, who is signed in too', foreign, read(everyone), 'everyone'],
    ['grants no strangers what those signed in get', 'anonymous', read(signed), 'none'],
    ['grants those signed in', foreign, read(signed), 'everyone'],
    ['grants log delivery', foreign, read(logs), 'none'],
    [
      'counts for nothing by default',
      'anonymous',
      { ...read(everyone), ownership: 'BucketOwnerEnforced' },
      'none',
    ],
    [
      'counts under BucketOwnerPreferred',
      'anonymous',
      { ...read(everyone), ownership: 'BucketOwnerPreferred' },
      'everyone',
    ],
    ['is ignored', 'anonymous', { ...read(everyone), ...ignored }, 'none'],
    ['is ignored for those signed in', foreign, { ...read(signed), ...ignored }, 'none'],
    [
      'may be ignored',
      'anonymous',
      { ...read(everyone), blockPublicAccess: 'unknown' },
      'maybe everyone',
    ],
    ['for some account may be this one', foreign, read('someone'), 'maybe account'],
    [
      'for some account stays under IgnorePublicAcls',
      foreign,
      { ...read('someone'), ...ignored },
      'maybe account',
    ],
    ['for some account is for no stranger', 'anonymous', read('someone'), 'none'],
    ['for its owner is for the owner', own, read('own'), 'account'],
    ['for its owner is not for others', foreign, read('own'), 'none'],
    ['for its owner, another account', foreign, { ...read('own'), objectOwner: other }, 'account'],
    [
      'for its owner, another account, is not for the bucket’s',
      own,
      { ...read('own'), objectOwner: other },
      'none',
    ],
    [
      'of another’s object for the bucket’s owner',
      own,
      {
        objectAcl: acl('own', 'FULL_CONTROL', 'theirs'),
        bucketAcl: acl('own', 'FULL_CONTROL'),
        objectOwner: other,
      },
      'account',
    ],
    [
      'that nobody could read may grant anyone',
      'anonymous',
      { aclsUnknown: true },
      'maybe everyone',
    ],
    [
      'that nobody could read, ignored, may grant an account',
      foreign,
      { aclsUnknown: true, ...ignored },
      'maybe account',
    ],
    [
      'that nobody could read, ignored, grants no stranger',
      'anonymous',
      { aclsUnknown: true, ...ignored },
      'none',
    ],
    [
      'under an ownership nobody could read may count',
      'anonymous',
      { ...read(everyone), aclsUnknown: true },
      'maybe everyone',
    ],
  ];
  for (const [title, caller, settings, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      expect(grantsTo(caller, 's3:GetObject', settings)).to.equal(expected);
    });
  }

  it('that nobody could read allows no more than ACLs can', () => {
    expect(grantsTo('anonymous', 's3:DeleteObject', { aclsUnknown: true })).to.equal('none');
  });
});
