import rule from '../../../suites/integrity/retention-is-not-bypassed.ts';
import { present } from '../../../src/model/observed.ts';
import { region } from '../../support/build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const locked = { enabled: true, mode: 'GOVERNANCE', days: 30, years: null };
const resource = closedBucket('models', { objectLock: present(locked) });
const bypass = allow('s3:BypassGovernanceRetention', 'arn:aws:s3:::models/*');
const denied = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:BypassGovernanceRetention',
  Resource: 'arn:aws:s3:::models/*',
};

ruleCases(rule, {
  pass: [
    {
      name: 'nobody can',
      resource,
      others: [
        ...settings,
        executionRole('train', allow(['s3:PutObject', 's3:DeleteObject'])),
        userWith('ana', allow('s3:BypassGovernanceRetention', 'arn:aws:s3:::models-2/*')),
      ],
    },
    {
      name: 'the break-glass role and an administrator can, who are declared',
      resource,
      others: [...settings, roleWith('Break', bypass), roleWith('Admin', allow('*'))],
      inputs: { personas: { breakGlass: ['role/Break'], administrator: ['role/Admin'] } },
      note: 'declared administrators can as well: role/Admin, role/Break',
    },
    {
      name: 'the bucket policy denies it to all',
      resource: { ...resource, policy: present(policyOf(denied)) },
      others: [...settings, roleWith('Admin', allow('*'))],
    },
  ],
  fail: [
    {
      name: 'a user, an execution role and an administrator that nobody declared can',
      resource,
      others: [
        ...settings,
        roleWith('Admin', allow('*')),
        executionRole('train', allow('s3:*')),
        userWith('ana', bypass),
      ],
      findings: ['bypass:user/ana', 'bypass:role/Admin', 'bypass:role/train'],
    },
    {
      name: 'one prefix can be unlocked, and not all users were listed',
      resource,
      others: [...settings, roleWith('Cleaner', allow('s3:Bypass*', 'arn:aws:s3:::models/old/*'))],
      universes: listDenied('iam.user'),
      findings: ['bypass:role/Cleaner'],
    },
  ],
  unknown: [
    {
      name: 'not all roles were listed',
      resource,
      others: settings,
      universes: listDenied('iam.role'),
      missing: [`all iam.role in ${region}`],
    },
    {
      name: 'the bucket policy has what is not understood',
      resource: { ...resource, policy: present(policyOf({ ...denied, Effect: 'deny' })) },
      others: [...settings, roleWith('Cleaner', bypass)],
      missing: ['anonymous', 'any principal of any AWS account', 'role/Cleaner'].map(
        (who) => `whether ${who} can call s3:BypassGovernanceRetention`,
      ),
    },
  ],
  notApplicable: [
    { name: 'object lock is off', resource: closedBucket('models'), others: settings },
    {
      name: 'the bucket holds no artifacts',
      resource,
      others: [...settings, closedBucket('data')],
      inputs: { artifactBuckets: ['data'] },
    },
  ],
});
