import {
  declaresPersonas,
  failOnAny,
  granteesOf,
  judge,
  noPersonas,
  notCollected,
  pass,
  rule,
  standingOf,
  unlessDoubted,
  withCustomerKey,
  type Account,
  type Evidence,
  type Grantee,
  type Missing,
  type Verdict,
} from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/key-grants-are-declared',
  code: 'ENC-22',
  title: 'Grants of keys are for execution roles, declared principals and AWS services',
  severity: 'medium',
  why: 'A grant opens a key beside its policy, lasts until somebody revokes it, and stands in no policy that is reviewed. Principals of other accounts must not decrypt by a grant, trusted or not; other operations are for trusted accounts alone.',
  fix: 'Revoke the grant with RevokeGrant, or declare the principal in inputs.personas; share a key with another account by its key policy.',
  on: 'kms.key',
  needs: ['manager'],
  check: ({ id, manager: observed }, account) =>
    judge({ manager: observed }, ({ manager }) =>
      withCustomerKey(account, { id, manager }, (key) =>
        judge({ grants: key.grants }, ({ grants }) => judgeGrants(account, grants ?? [])),
      ),
    ),
});

function judgeGrants(account: Account, grants: Parameters<typeof granteesOf>[0]): Verdict {
  const each = granteesOf(grants).map((one) => judgeGrantee(account, one));
  const administrators = each.flatMap(({ administrator }) => administrator ?? []);
  const verdict = failOnAny(each.flatMap(({ evidence }) => evidence ?? []));
  const note = `grants for declared administrators: ${administrators.join(', ')}`;
  return unlessDoubted(
    verdict.verdict === 'pass' && administrators.length > 0 ? pass(note) : verdict,
    each.flatMap(({ missing }) => missing ?? []),
  );
}

interface Judged {
  readonly evidence?: Evidence;
  readonly missing?: Missing;
  readonly administrator?: string;
}

function judgeGrantee(account: Account, grantee: Grantee): Judged {
  const { name, is, account: owner } = grantee;
  switch (is) {
    case 'service':
      return {};
    case 'deleted':
      return stray(grantee, 'no grant for a principal that was deleted');
    case 'not-understood':
      return { missing: { what: `grantee ${name}`, why: notCollected('no name that is known') } };
    case 'principal':
      return owner === account.id ? judgeOwn(account, grantee) : judgeForeign(account, grantee);
  }
}

function judgeForeign(account: Account, grantee: Grantee): Judged {
  const { account: owner, operations } = grantee;
  const decrypting = operations.filter((one) => ['Decrypt', 'ReEncryptFrom'].includes(one));
  if (decrypting.length > 0) return stray(grantee, 'no grant to decrypt for another account');
  const isTrusted = owner !== undefined && account.inputs.trustedAccounts.includes(owner);
  return isTrusted ? {} : stray(grantee, 'no grant for an account that is not trusted');
}

function judgeOwn(account: Account, grantee: Grantee): Judged {
  const standing = standingOf(account, grantee.name);
  switch (standing.is) {
    case 'administrator':
      return { administrator: grantee.name };
    case 'declared':
    case 'execution-role':
    case 'service-linked':
      return {};
    case 'unclear':
      return { missing: standing.missing };
    case 'undeclared':
      if (!declaresPersonas(account)) return { missing: noPersonas(grantee.name) };
      return stray(grantee, 'an execution role, a principal of inputs.personas or an AWS service');
  }
}

function stray({ name, operations }: Grantee, expected: string): Judged {
  const got = `${name} may call ${operations.join(', ')} by a grant`;
  return { evidence: { finding: `grantee:${name}`, expected, got, field: 'grants' } };
}
