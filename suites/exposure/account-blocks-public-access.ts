import { blockFlags, failOnAny, judge, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/account-blocks-public-access',
  code: 'EXP-01',
  title: 'The account blocks public access to S3',
  severity: 'high',
  why: 'The account-wide block stops a public bucket policy or ACL on any bucket, those made tomorrow included.',
  fix: 'Set all four flags with PutPublicAccessBlock of S3 Control for the account (aws s3control put-public-access-block).',
  on: 's3.account',
  needs: ['publicAccessBlock'],
  check: (settings) =>
    judge({ publicAccessBlock: settings.publicAccessBlock }, ({ publicAccessBlock }) =>
      failOnAny(
        blockFlags
          .filter((flag) => publicAccessBlock?.[flag] !== true)
          .map((flag) => ({
            finding: flag,
            expected: `${flag} true`,
            got: publicAccessBlock === null ? 'no public access block' : 'false',
            field: 'publicAccessBlock',
          })),
      ),
    ),
});
