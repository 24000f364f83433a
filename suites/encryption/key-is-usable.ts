import { fail, judge, onCustomerKey, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/key-is-usable',
  code: 'ENC-17',
  title: 'Keys of artifacts are enabled and not about to be deleted',
  severity: 'critical',
  why: 'When a key is gone, every artifact encrypted with it is gone for good; while it is disabled or pending deletion, nothing can be read.',
  fix: 'Call CancelKeyDeletion and then EnableKey, unless nothing encrypted with the key is needed any more; deny kms:ScheduleKeyDeletion and kms:DisableKey to all but the key administrators.',
  on: 'kms.key',
  needs: ['manager', 'keyState'],
  check: (key, account) =>
    judge({ manager: key.manager, keyState: key.keyState }, ({ manager, keyState }) =>
      onCustomerKey(account, { id: key.id, manager }, () => {
        if (keyState === 'Enabled') return pass();
        return fail({
          finding: `state:${keyState ?? 'none'}`,
          expected: 'KeyState Enabled',
          got: keyState ?? 'no state',
          field: 'keyState',
        });
      }),
    ),
});
