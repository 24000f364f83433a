import {
  failOnAny,
  notCollected,
  outsideEvidence,
  pass,
  rule,
  sharedPolicies,
  unlessDoubted,
  type Account,
  type Outside,
  type SharedPolicy,
} from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/artifacts-are-shared-with-trusted',
  code: 'EXP-05',
  title: 'Policies of artifacts let in no account that is not trusted',
  severity: 'high',
  why: 'Whoever is let in by the policy of a bucket, an access point, a key, a model package group or a repository of images is out of reach of the controls of this account. Trusted are the account itself, inputs.trustedAccounts and the own organisation. One record tells of all such policies; a failure names a request of an outsider that the access engine allows by the policy, its own Deny statements, block public access and the resource control policies that were read.',
  fix: 'Remove the principal that is named from the statement, bind the statement with aws:PrincipalOrgID or aws:PrincipalAccount under a plain StringEquals, or declare the account in inputs.trustedAccounts.',
  on: 'iam.account',
  needs: [],
  check: (_, account) => {
    const { list, missing } = sharedPolicies(account);
    const each = list.map((one) => outsideOf(account, one));
    const held = each.flatMap(({ heldBack }) => heldBack ?? []);
    const verdict = failOnAny(each.flatMap(({ evidence }) => evidence));
    const note = `only block public access keeps others out by the ${held.join(', the ')}`;
    return unlessDoubted(verdict.verdict === 'pass' && held.length > 0 ? pass(note) : verdict, [
      ...missing,
      ...each.flatMap((one) => one.missing),
    ]);
  },
});

interface Shared extends Outside {
  /** Name of a policy that block public access alone holds back. */
  readonly heldBack?: string;
}

function outsideOf(account: Account, shared: SharedPolicy): Shared {
  const { resource, name, resourceType, policy } = shared;
  const outside = outsideEvidence(account, { name, resourceType, policy, allowed: 'trusted' });
  if (outside.evidence.length + outside.missing.length === 0) return outside;
  const restricted = shared.isRestricted();
  if (restricted === true) return { evidence: [], missing: [], heldBack: name };
  if (restricted === 'unknown' && outside.evidence.length > 0) {
    const why = notCollected('whether block public access keeps others out was not read');
    return { evidence: [], missing: [{ what: `the ${name}`, why }, ...outside.missing] };
  }
  const evidence = outside.evidence.map((one) => ({
    ...one,
    finding: `${resource}:${one.finding}`,
  }));
  return { evidence, missing: outside.missing };
}
