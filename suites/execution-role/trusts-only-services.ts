import {
  failOnAny,
  judge,
  judgeExecutionRole,
  rule,
  sageMaker,
  statementName,
  statementRef,
  trustAnswer,
  type Account,
  type Evidence,
  type Observed,
  type PolicyText,
  type Statement,
} from '../../src/rule/index.ts';

const harmless = new Set(['sts:assumerole', 'sts:setsourceidentity', 'sts:tagsession']);

export default rule({
  id: 'execution-role/trusts-only-services',
  code: 'EXR-01',
  title: 'Execution roles are assumed by SageMaker alone',
  severity: 'critical',
  why: 'An execution role that a person, an account or everybody can assume is a way to training data and weights around every control on the person. The access engine tries each principal that is named; a user or role that the trust policy itself denies is no finding.',
  fix: 'Leave in the trust policy only Principal {"Service": "sagemaker.amazonaws.com"} with Action sts:AssumeRole (sts:SetSourceIdentity and sts:TagSession are fine); declare further services in inputs.executionRoleServices.',
  on: 'iam.role',
  needs: ['trustPolicy'],
  check: (role, account) =>
    judge({ trustPolicy: role.trustPolicy }, ({ trustPolicy }) =>
      judgeExecutionRole({ id: role.id, trustPolicy }, ({ name, policy }) => {
        const services = [sageMaker, ...account.inputs.executionRoleServices];
        return failOnAny(
          policy.statements
            .filter((one) => one.effect === 'Allow')
            .flatMap((one) =>
              [
                ...strangers(one, services).flatMap((each) => tried(each, account, role)),
                ...furtherActions(one),
              ].map((evidence) => ({
                ...evidence,
                field: 'trustPolicy',
                statement: statementRef(name, one),
              })),
            ),
        );
      }),
    ),
});

interface Stranger {
  readonly name: string;
  readonly expected: string;
}

function strangers(statement: Statement, services: readonly string[]): readonly Stranger[] {
  const { principal } = statement;
  const expected = `no principal but ${services.join(', ')}`;
  if (principal === undefined) return [];
  if (principal.not) return [{ name: allBut, expected }];
  const names = [
    ...(principal.everyone ? ['*'] : []),
    ...[...principal.aws, ...principal.federated, ...principal.canonicalUser],
    ...principal.service.filter((service) => !services.includes(service)),
  ];
  return names.map((name) => ({ name, expected }));
}

const allBut = 'everybody but those in NotPrincipal';

/** What the engine says of a stranger; nothing, if the trust policy denies that very caller. */
function tried(
  { name, expected }: Stranger,
  account: Account,
  { id, trustPolicy }: { readonly id: string; readonly trustPolicy: Observed<PolicyText> },
): readonly Evidence[] {
  if (name === allBut) return [{ finding: 'not-principal', expected, got: name }];
  const finding = `principal:${name}`;
  const trust = trustPolicy.state === 'present' ? trustPolicy.value : undefined;
  const answer = trust && trustAnswer(account, { id, trust }, name);
  if (answer === undefined) return [{ finding, expected, got: name }];
  const { action, decision, exact } = answer;
  if (exact && decision.outcome === 'explicitly-denied') return [];
  const got = decision.outcome === 'allowed' ? `${name}, which may call ${action}` : name;
  return [{ finding, expected, got }];
}

function furtherActions(statement: Statement): readonly Evidence[] {
  const expected = 'no action but sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession';
  if (statement.action.not) {
    const got = 'every action but those in NotAction';
    return [{ finding: `not-action:${statementName(statement)}`, expected, got }];
  }
  return statement.action.values
    .filter((action) => !harmless.has(action.toLowerCase()))
    .map((got) => ({ finding: `action:${got}`, expected, got }));
}
