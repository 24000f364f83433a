import {
  blockFlags,
  failOnAny,
  judge,
  notCollected,
  onArtifactBucket,
  outsideEvidence,
  rule,
  unlessDoubted,
  type Account,
  type Evidence,
  type Outside,
  type PolicyText,
} from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/access-point-is-not-public',
  code: 'EXP-06',
  title: 'Access points of artifact buckets are not public',
  severity: 'critical',
  why: 'An access point is a second door to the bucket, with a policy and a public access block of its own that the block of the bucket does not show. Its policy must not be public even while a block holds it back; one with a VPC as its network origin takes no request from elsewhere.',
  fix: 'Remove the Allow for Principal "*" from the access point policy, or bind it with aws:PrincipalOrgID or aws:PrincipalAccount. The block of an access point is set when it is made: delete the access point and create it anew with all four settings true.',
  on: 's3.access-point',
  needs: ['bucket', 'networkOrigin', 'publicAccessBlock', 'policy', 'policyStatus'],
  check: ({ bucket, networkOrigin, publicAccessBlock, policy, policyStatus }, account) =>
    judge({ bucket, networkOrigin, publicAccessBlock, policy, policyStatus }, (values) =>
      onArtifactBucket(account, values.bucket ?? '', () => {
        const block = values.publicAccessBlock;
        const flags = blockFlags
          .filter((flag) => block?.[flag] !== true)
          .map((flag) => ({
            finding: flag,
            expected: `${flag} true`,
            got: block === null ? 'no public access block' : 'false',
            field: 'publicAccessBlock',
          }));
        const isPublic = values.policyStatus?.isPublic ?? null;
        const outside =
          values.policy === null
            ? { evidence: [], missing: [] }
            : policyOutside(account, values.policy, {
                isVpcOnly: values.networkOrigin === 'VPC',
                isPublic,
              });
        const status = isPublic === true ? [publicStatus] : [];
        return unlessDoubted(
          failOnAny([...flags, ...outside.evidence, ...status]),
          outside.missing,
        );
      }),
    ),
});

interface Point {
  readonly isVpcOnly: boolean;
  /** What AWS says of the policy. */
  readonly isPublic: boolean | null;
}

function policyOutside(
  account: Account,
  policy: PolicyText,
  { isVpcOnly, isPublic }: Point,
): Outside {
  const missing =
    isPublic === null
      ? [{ what: 'policyStatus', why: notCollected('AWS gives a policy but no policy status') }]
      : [];
  // S3 rejects whatever does not come from that VPC (S3 User Guide, access points restricted to a VPC).
  if (isVpcOnly) return { evidence: [], missing };
  const outside = outsideEvidence(account, {
    name: 'access point policy',
    resourceType: 'AWS::S3::Bucket',
    policy,
    allowed: 'named',
  });
  return { evidence: outside.evidence, missing: [...outside.missing, ...missing] };
}

const publicStatus: Evidence = {
  finding: 'policy-status',
  expected: 'a policy that AWS does not call public',
  got: 'GetAccessPointPolicyStatus says IsPublic true',
  field: 'policyStatus',
};
