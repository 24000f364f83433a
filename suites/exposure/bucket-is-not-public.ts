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
  why: 'Whoever can read a public bucket has the training data and the weights; whoever can write it can poison them. A failure names a request of a stranger that the access engine allows, by policy, ACL, block public access and the resource control policies that were read; what block public access or a Deny alone holds back passes with a note.',
  fix: 'Remove the Allow for Principal "*" (or NotPrincipal) that is named, or bind it with aws:PrincipalOrgID, aws:SourceVpce or aws:SourceAccount under a plain StringEquals; remove ACL grants to AllUsers and AuthenticatedUsers.',
  on: 's3.bucket',
  needs: ['policy', 'policyStatus', 'acl', 'ownership', 'publicAccessBlock'],
  uses: ['s3.account'],
  check: ({ id, name, policy, policyStatus, acl, ownership, publicAccessBlock }, account) =>
    onArtifactBucket(account, name, () =>
      judge({ policy, policyStatus, acl, ownership, publicAccessBlock }, (values) => {
        const ofAccount = accountBlock(account);
        if (!ofAccount.read) return unknown(ofAccount.missing);
        const block = effectiveBlock(ofAccount.block, values.publicAccessBlock ?? noBlock);
        const isPublic = values.policyStatus?.isPublic ?? null;
        const exposed = { account, bucket: id, policy: values.policy, block };
        const ways = [
          policyExposure({ ...exposed, isPublic }),
          aclExposure({ ...exposed, acl: values.acl, ownership: values.ownership }),
        ];
        const [first, ...rest] = ways.flatMap((way) => way.evidence);
        if (first !== undefined) return fail(first, ...rest);
        const [gap, ...gaps] = ways.flatMap((way) => way.missing);
        if (gap !== undefined) return unknown(gap, ...gaps);
        const heldBack = ways.flatMap((way) => way.heldBack).join(' and ');
        const denied = ways.flatMap((way) => way.denied).join(' and ');
        const aclsCount = values.ownership !== 'BucketOwnerEnforced' && !block.ignorePublicAcls;
        const notes = [
          ...(heldBack === ''
            ? []
            : [`only block public access holds back ${heldBack}; remove it`]),
          ...(denied === '' ? [] : [`only a Deny holds back ${denied}; remove it`]),
          ...(aclsCount ? [objectAcls] : []),
        ];
        return notes.length === 0 ? pass() : pass(notes.join('; '));
      }),
    ),
});
