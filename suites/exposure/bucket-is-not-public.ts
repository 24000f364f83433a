import {
  accountBlock,
  aclExposure,
  effectiveBlock,
  fail,
  judge,
  noBlock,
  onArtifactBucket,
  pass,
  policyExposure,
  rule,
  unknown,
} from '../../src/rule/index.ts';

// The S3 console calls such a bucket "Objects can be public".
const objectAcls = 'single objects can still be public by their own ACLs, which are not read';

export default rule({
  id: 'exposure/bucket-is-not-public',
  code: 'EXP-03',
  title: 'Artifact buckets are not public',
  severity: 'critical',
  why: 'Whoever can read a public bucket has the training data and the weights; whoever can write it can poison them. Block public access is taken into account: what it alone holds back passes with a note.',
  fix: 'Remove the Allow for Principal "*" (or NotPrincipal) that is named, or bind it with aws:PrincipalOrgID, aws:SourceVpce or aws:SourceAccount under a plain StringEquals; remove ACL grants to AllUsers and AuthenticatedUsers.',
  on: 's3.bucket',
  needs: ['policy', 'policyStatus', 'acl', 'ownership', 'publicAccessBlock'],
  uses: ['s3.account'],
  check: ({ name, policy, policyStatus, acl, ownership, publicAccessBlock }, account) =>
    onArtifactBucket(account, name, () =>
      judge({ policy, policyStatus, acl, ownership, publicAccessBlock }, (values) => {
        const ofAccount = accountBlock(account);
        if (!ofAccount.read) return unknown(ofAccount.missing);
        const block = effectiveBlock(ofAccount.block, values.publicAccessBlock ?? noBlock);
        const isPublic = values.policyStatus?.isPublic ?? null;
        const ways = [
          policyExposure({ policy: values.policy, isPublic, block }),
          aclExposure({ acl: values.acl, ownership: values.ownership, block }),
        ];
        const [first, ...rest] = ways.flatMap((way) => way.evidence);
        if (first !== undefined) return fail(first, ...rest);
        const [gap, ...gaps] = ways.flatMap((way) => way.missing);
        if (gap !== undefined) return unknown(gap, ...gaps);
        const heldBack = ways.flatMap((way) => way.heldBack).join(' and ');
        const aclsCount = values.ownership !== 'BucketOwnerEnforced' && !block.ignorePublicAcls;
        const notes = [
          ...(heldBack === ''
            ? []
            : [`only block public access holds back ${heldBack}; remove it`]),
          ...(aclsCount ? [objectAcls] : []),
        ];
        return notes.length === 0 ? pass() : pass(notes.join('; '));
      }),
    ),
});
