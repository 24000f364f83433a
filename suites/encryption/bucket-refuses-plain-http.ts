import {
  failOnAny,
  judge,
  onArtifactBucket,
  plainHttpDenials,
  readPolicy,
  rule,
  unlessDoubted,
  type Evidence,
} from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/bucket-refuses-plain-http',
  code: 'ENC-16',
  title: 'Artifact buckets refuse requests over plain HTTP',
  severity: 'medium',
  why: 'S3 also answers over plain HTTP, where training data, weights and signed URLs can be read and changed on the way.',
  fix: 'Add to the bucket policy a statement with Effect Deny, Principal "*", Action s3:*, Resource of both the bucket and bucket/*, and the one condition Bool aws:SecureTransport false.',
  on: 's3.bucket',
  needs: ['policy'],
  check: (bucket, account) =>
    onArtifactBucket(account, bucket.name, () =>
      judge({ policy: bucket.policy }, ({ policy }) => {
        if (policy === null) {
          const got = 'the bucket has no policy';
          return failOnAny([finding('bucket', got), finding('objects', got)]);
        }
        const read = readPolicy('bucket policy', policy);
        const { bucketDenied, objectsDenied } = plainHttpDenials(read.policy, bucket.id);
        const got = 'no statement denies it';
        const open = [
          ...(bucketDenied ? [] : [finding('bucket', got)]),
          ...(objectsDenied ? [] : [finding('objects', got)]),
        ];
        return unlessDoubted(failOnAny(open), read.doubts);
      }),
    ),
});

function finding(what: 'bucket' | 'objects', got: string): Evidence {
  return {
    finding: `plain-http:${what}`,
    expected: `a Deny of s3:* on the ${what} while aws:SecureTransport is false`,
    got,
    field: 'policy',
  };
}
