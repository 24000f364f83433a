import { judge, judgeCustomerKey, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/domain-volume-uses-customer-key',
  code: 'ENC-09',
  title: 'Volumes of Studio domains are encrypted with a customer-managed key',
  severity: 'medium',
  why: 'The domain’s EFS and EBS volumes are the home directories of all data scientists. With a key of your own you decide, and see, who can decrypt them.',
  fix: 'Create the domain anew with KmsKeyId in CreateDomain; the key cannot be changed later.',
  on: 'sagemaker.domain',
  needs: ['volumeKey'],
  uses: ['kms.key'],
  check: (domain, account) =>
    judge({ volumeKey: domain.volumeKey }, ({ volumeKey }) =>
      judgeCustomerKey(account, {
        reference: volumeKey,
        region: domain.region,
        field: 'volumeKey',
      }),
    ),
});
