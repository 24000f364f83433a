import {
  everyKey,
  failOnAny,
  grantingPolicies,
  isKeptFromKey,
  judge,
  matchesAction,
  onMlRole,
  pass,
  rule,
  statementName,
  statementRef,
  unlessDoubted,
  type Account,
  type Evidence,
  type ReadPolicy,
  type Statement,
} from '../../src/rule/index.ts';

const actions = ['kms:Decrypt', 'kms:ReEncryptFrom'];

export default rule({
  id: 'encryption/role-decrypts-with-named-keys',
  code: 'ENC-21',
  title: 'Execution roles and declared roles may not decrypt with every key',
  severity: 'medium',
  why: 'A key is a second lock only for those who cannot turn every key: with kms:Decrypt on all keys of a Region, a mistake in any bucket policy gives the data away. Judged are execution roles and roles that inputs.personas declares, but no administrators; what a boundary, a Deny or a service control policy holds back for certain is no finding.',
  fix: 'Name in Resource the ARNs of the keys that the role needs, or bind key/* with aws:ResourceTag or kms:ResourceAliases.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: ({ id, trustPolicy, inlinePolicies, attachedPolicies }, account) =>
    judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
      onMlRole(account, { id, trustPolicy: values.trustPolicy }, () => {
        const { policies, missing } = grantingPolicies(
          account,
          values.inlinePolicies ?? [],
          values.attachedPolicies ?? [],
        );
        const wide = policies.flatMap((policy) => wideGrants(account, policy));
        const open = wide.filter(
          ({ asked }) => !asked.every((one) => isKeptFromKey(account, id, one)),
        );
        if (open.length > 0) return failOnAny(open.map(({ evidence }) => evidence));
        const held = wide.map(({ evidence }) => evidence.finding).join(', ');
        const note = `only another policy holds back ${held}; name the keys there too`;
        return unlessDoubted(held === '' ? pass() : pass(note), missing);
      }),
    ),
});

interface WideGrant {
  readonly evidence: Evidence;
  /** Requests that the statement allows. */
  readonly asked: readonly { readonly action: string; readonly key: string }[];
}

function wideGrants(account: Account, { name, policy }: ReadPolicy): readonly WideGrant[] {
  return policy.statements.flatMap((statement) => {
    const granted = actions.filter((one) => matchesAction(statement.action, one));
    if (statement.effect !== 'Allow' || granted.length === 0) return [];
    const keys = everyKey(account, statement);
    if (keys.length === 0) return [];
    const asked = granted.flatMap((action) => keys.map((key) => ({ action, key })));
    return [{ asked, evidence: evidenceOf(name, statement, granted) }];
  });
}

function evidenceOf(name: string, statement: Statement, granted: readonly string[]): Evidence {
  const { resource } = statement;
  return {
    finding: `every-key:${name}:${statementName(statement)}`,
    expected: 'keys by their ARNs, tags or aliases',
    got: `${granted.join(' and ')} on ${resource?.not === true ? 'all but ' : ''}${resource?.values.join(', ') ?? ''}`,
    statement: statementRef(name, statement),
  };
}
