import type { CaseSettings } from '../../../src/decide/case.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { all, bucket, deny, doc, grant, other, otherRole, root } from '../../case/decide/build.ts';
import { testS3Rows } from '../../support/s3-rows.ts';

const foreign = { principal: otherRole };
const owner = 'owner-id';

function foreignObject(objectAcl?: JsonObject): CaseSettings {
  const bucketAcl = { owner, grants: [] };
  const known = { ownership: 'ObjectWriter', objectOwner: other, bucketAcl };
  return { s3: objectAcl === undefined ? known : { ...known, objectAcl } };
}

/** The canned ACL bucket-owner-full-control. */
const fullControl = foreignObject({
  owner: 'writer-id',
  grants: [{ grantee: owner, permission: 'FULL_CONTROL' }],
});

describe('An object of another account in the bucket', () => {
  const settings = foreignObject();
  testS3Rows([
    [
      'the bucket’s account cannot allow it',
      {},
      { policies: { identity: [all] }, settings },
      'implicitly-denied',
    ],
    ['nor its root user', { principal: root }, { settings }, 'implicitly-denied'],
    [
      'nor the bucket policy',
      {},
      { policies: { identity: [all], resource: doc(grant('*')) }, settings },
      'implicitly-denied',
    ],
    ['the ACL can', {}, { policies: { identity: [all] }, settings: fullControl }, 'allowed'],
    ['and leaves it to the account', {}, { settings: fullControl }, 'implicitly-denied'],
    [
      'the account that owns it can',
      foreign,
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    ['if it does', foreign, { settings }, 'implicitly-denied'],
    [
      'the bucket’s owner can deny it',
      foreign,
      {
        policies: { identity: [all], resource: doc(deny('*', '*', { Principal: '*' })) },
        settings,
      },
      'explicitly-denied',
    ],
    [
      'the bucket’s account can delete it',
      { action: 's3:DeleteObject' },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'and replace it',
      { action: 's3:PutObject' },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'listing the bucket is about no object',
      { action: 's3:ListBucket', resource: bucket },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'under BucketOwnerEnforced there is none',
      {},
      { policies: { identity: [all] }, settings: { s3: { objectOwner: other } } },
      'allowed',
    ],
  ]);
});
