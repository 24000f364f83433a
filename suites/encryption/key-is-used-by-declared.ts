import {
  isDeclaredAdministrator,
  judge,
  judgeReached,
  keyGranter,
  keyUser,
  notCollected,
  outsideEvidence,
  reached,
  readPolicy,
  rule,
  statementName,
  statementRef,
  unknown,
  usersWithoutService,
  wholeKeyGrants,
  withCustomerKey,
  type Account,
  type PolicyText,
  type Reached,
} from '../../src/rule/index.ts';

/** What a key is used for. */
const uses = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * Asked of every key: whom does its policy give all; does it let in strangers; who can use it, by
 * policy, IAM and grants together; who of them without an AWS service in between; and who can make
 * grants that are for no AWS service.
 */
export default rule({
  id: 'encryption/key-is-used-by-declared',
  code: 'ENC-20',
  title: 'Keys of artifacts are used by execution roles and declared readers, through AWS services',
  severity: 'high',
  why: 'The key decides who reads an artifact when everything else lets them through. The account root in a key policy leaves the key to IAM, so the access engine is asked who then can use it. Allowed are execution roles, the data personas of inputs.personas and trusted accounts, by way of an AWS service; declared administrators stand in the note, and key administrators may make grants.',
  fix: 'Name in the key policy the principals with the actions that they need instead of kms:*, bind kms:Decrypt and kms:GenerateDataKey with kms:ViaService (s3.REGION.amazonaws.com, sagemaker.REGION.amazonaws.com) and kms:CreateGrant with Bool kms:GrantIsForAWSResource true, and take the key from IAM policies of others; declare who works with it in inputs.personas.',
  on: 'kms.key',
  needs: ['manager', 'usage'],
  check: ({ id, manager, usage }, account) =>
    judge({ manager, usage }, (values) =>
      withCustomerKey(account, { id, manager: values.manager }, (key) =>
        judge({ policy: key.policy, grants: key.grants }, ({ policy }) => {
          if (policy === null) {
            return unknown({ what: 'policy', why: notCollected('AWS gave no key policy') });
          }
          const encrypts = values.usage === null || values.usage === 'ENCRYPT_DECRYPT';
          return judgeReached([
            byPolicy(account, policy),
            ...(encrypts ? [users(account, id), direct(account, id)] : []),
            granters(account, id),
          ]);
        }),
      ),
    ),
});

/** By the text of the key policy alone. */
function byPolicy(account: Account, policy: PolicyText): Reached {
  const name = 'key policy';
  const outside = outsideEvidence(account, {
    ...{ name, policy, resourceType: 'AWS::KMS::Key', allowed: 'named' },
  });
  const whole = wholeKeyGrants(readPolicy(name, policy).policy, account.id);
  const administrators = whole
    .map(({ principal }) => principal)
    .filter((principal) => isDeclaredAdministrator(account, principal));
  const evidence = whole
    .filter(({ principal }) => !administrators.includes(principal))
    .map(({ principal, statement }) => ({
      finding: `whole-key:${principal}:${statementName(statement)}`,
      expected: 'kms:* for the account root alone',
      got: `${statement.action.not ? 'all but ' : ''}${statement.action.values.join(', ')} for ${principal}`,
      field: 'policy',
      statement: statementRef(name, statement),
    }));
  return { evidence: [...evidence, ...outside.evidence], missing: outside.missing, administrators };
}

function users(account: Account, resource: string): Reached {
  return reached({
    who: uses.map((action) => account.whoCan({ action, resource })),
    sentence: (subject) => keyUser(account, subject),
    finding: 'user',
    expected: 'an execution role, a data persona of inputs.personas or a trusted account',
  });
}

function direct(account: Account, resource: string): Reached {
  return reached({
    who: uses.map((action) => usersWithoutService(account, { action, resource })),
    sentence: () => 'forbidden',
    finding: 'direct',
    expected: 'the key used through an AWS service alone (kms:ViaService)',
  });
}

function granters(account: Account, resource: string): Reached {
  const action = 'kms:CreateGrant';
  const key = 'kms:GrantIsForAWSResource';
  return reached({
    who: [
      account.whoCan({ action, resource, context: { [key]: 'false' } }),
      account.whoCan({ action, resource, without: [key] }),
    ],
    sentence: (subject) => keyGranter(account, subject),
    finding: 'granter',
    expected: `grants for AWS services alone (${key} true)`,
  });
}
