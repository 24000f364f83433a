import { testRows } from '../../support/condition-case.ts';

describe('ARN operators', () => {
  testRows([
    ['ArnEquals', ['arn:aws:s3:::b'], ['arn:aws:s3:::b'], 'yes'],
    ['ArnEquals', ['arn:aws:s3:::b*'], ['arn:aws:s3:::bc'], 'yes'],
    ['ArnLike', ['arn:aws:s3:::b'], ['arn:aws:s3:::B'], 'no'],
    ['ArnLike', ['arn:aws:iam::*:role/?'], ['arn:aws:iam::111122223333:role/a'], 'yes'],
    ['ArnLike', ['arn:*:iam::1*3:role/*'], ['arn:aws:iam::111122223333:role/a/b'], 'yes'],
    ['ArnLike', ['arn:aws:x:*:1111:f/*'], ['arn:aws:x:r:1111:f/a:b'], 'yes'],
    ['ArnLike', ['arn:aws:x:*:1111:f/*'], ['arn:aws:x:r:q:1111:f/a'], 'no'],
    ['ArnLike', ['arn:aws:x:*:f/*'], ['arn:aws:x:r:1111:f/a'], 'maybe'],
    ['ArnLike', ['*'], ['arn:aws:s3:::b'], 'maybe'],
    ['ArnLike', ['arn:aws:s3:::*'], ['b'], 'no'],
    ['ArnLike', ['arn:aws:s3:::a', 'arn:aws:s3:::b'], ['arn:aws:s3:::b'], 'yes'],
    ['ArnLike', ['arn:aws:s3:::*'], undefined, 'no'],
    ['ArnNotLike', ['arn:aws:s3:::*'], undefined, 'yes'],
    ['ArnNotLike', ['arn:aws:s3:::*'], ['arn:aws:sqs:r:1:q'], 'yes'],
    ['ArnNotEquals', ['arn:aws:s3:::a', 'arn:aws:s3:::b*'], ['arn:aws:s3:::bc'], 'no'],
    ['ArnNotLike', ['arn:aws:s3:::*'], ['b'], 'yes'],
  ]);
});
