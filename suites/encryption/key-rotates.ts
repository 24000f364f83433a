import { fail, judge, notApplicable, onCustomerKey, pass, rule } from '../../src/rule/index.ts';

const doomed: ReadonlySet<string | null> = new Set(['PendingDeletion', 'PendingReplicaDeletion']);

export default rule({
  id: 'encryption/key-rotates',
  code: 'ENC-18',
  title: 'Symmetric customer-managed keys rotate',
  severity: 'medium',
  why: 'Rotation limits how much a leaked key opens. KMS can rotate symmetric keys whose material it made itself; others are not applicable.',
  fix: 'Call EnableKeyRotation for the key (RotationPeriodInDays as your policy asks).',
  on: 'kms.key',
  needs: ['manager', 'keyState', 'spec', 'origin', 'rotation'],
  check: ({ id, manager, keyState, spec, origin, rotation }, account) => {
    if (rotation.state === 'unsupported') return notApplicable('KMS does not rotate this key');
    return judge({ manager, keyState, spec, origin, rotation }, (values) =>
      onCustomerKey(account, { id, manager: values.manager }, () => {
        // KMS API reference, EnableKeyRotation: not for asymmetric, HMAC, imported or external keys.
        const symmetric = values.spec === null || values.spec === 'SYMMETRIC_DEFAULT';
        const ownMaterial = values.origin === null || values.origin === 'AWS_KMS';
        if (!symmetric || !ownMaterial) return notApplicable('KMS does not rotate such a key');
        if (values.rotation?.enabled === true) return pass();
        // "While a KMS key is pending deletion, its key rotation status is false"; the setting comes
        // back when the deletion is cancelled (KMS API reference, GetKeyRotationStatus).
        if (doomed.has(values.keyState)) return notApplicable('the key is pending deletion');
        return fail({
          finding: 'no-rotation',
          expected: 'KeyRotationEnabled true',
          got: values.rotation === null ? 'not set' : 'false',
          field: 'rotation',
        });
      }),
    );
  },
});
