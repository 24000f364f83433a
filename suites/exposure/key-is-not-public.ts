import {
  failOnAny,
  judge,
  notCollected,
  outsideEvidence,
  rule,
  unknown,
  unlessDoubted,
  withCustomerKey,
} from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/key-is-not-public',
  code: 'EXP-07',
  title: 'Keys of artifacts let in no stranger',
  severity: 'critical',
  why: 'KMS takes no request without credentials, but a key policy with Principal "*" and no condition on the caller lets somebody of any AWS account decrypt, and the key is no second lock any more. A failure names a request of a stranger that the access engine allows.',
  fix: 'Name the principals in the key policy, or bind the statement with aws:PrincipalOrgID or kms:CallerAccount under a plain StringEquals, in which no value has a wildcard.',
  on: 'kms.key',
  needs: ['manager'],
  check: ({ id, manager: observed }, account) =>
    judge({ manager: observed }, ({ manager }) =>
      withCustomerKey(account, { id, manager }, (key) =>
        judge({ policy: key.policy }, ({ policy }) => {
          if (policy === null) {
            return unknown({ what: 'policy', why: notCollected('AWS gave no key policy') });
          }
          const { evidence, missing } = outsideEvidence(account, {
            ...{ name: 'key policy', policy, resourceType: 'AWS::KMS::Key', allowed: 'named' },
          });
          return unlessDoubted(failOnAny(evidence), missing);
        }),
      ),
    ),
});
