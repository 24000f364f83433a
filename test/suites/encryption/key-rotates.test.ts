import rule from '../../../suites/encryption/key-rotates.ts';
import { notCollected, present, type Observed } from '../../../src/model/observed.ts';
import { key, keyArn } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

type Rotation = { readonly enabled: boolean; readonly periodDays: number | null };

const rotating = (rotation: Observed<Rotation>, spec = 'SYMMETRIC_DEFAULT', origin = 'AWS_KMS') =>
  key({ spec: present(spec), origin: present(origin), rotation });
const on = present({ enabled: true, periodDays: 365 });
const off = present({ enabled: false, periodDays: null });

ruleCases(rule, {
  pass: [{ name: 'rotation is enabled', resource: rotating(on) }],
  fail: [
    {
      name: 'the key is only disabled, which does not change its setting',
      resource: { ...rotating(off), keyState: present('Disabled') },
      findings: ['no-rotation'],
    },
    { name: 'rotation is disabled', resource: rotating(off), findings: ['no-rotation'] },
    {
      name: 'AWS names no rotation',
      resource: rotating({ state: 'absent' }),
      findings: ['no-rotation'],
    },
  ],
  unknown: [
    {
      name: 'the rotation status could not be read',
      resource: rotating(notCollected('denied')),
      missing: ['rotation'],
    },
  ],
  notApplicable: [
    { name: 'the key is asymmetric', resource: rotating(off, 'RSA_2048') },
    {
      name: 'the key is pending deletion, for which KMS always says false',
      resource: { ...rotating(off), keyState: present('PendingDeletion') },
    },
    {
      name: 'the key is pending deletion once its replicas are gone',
      resource: { ...rotating(off), keyState: present('PendingReplicaDeletion') },
    },
    { name: 'its material is imported', resource: rotating(off, 'SYMMETRIC_DEFAULT', 'EXTERNAL') },
    {
      name: 'KMS says that it cannot rotate it',
      resource: rotating({
        state: 'unsupported',
        call: 'kms:GetKeyRotationStatus',
        code: 'UnsupportedOperationException',
      }),
    },
    {
      name: 'AWS manages the key',
      resource: { ...rotating(off), manager: present('AWS') },
    },
    {
      name: 'the key is not among the approved ones',
      resource: rotating(off),
      inputs: { approvedKeys: [keyArn('other')] },
      others: [key({}, { id: keyArn('other'), name: 'other' })],
    },
  ],
});
