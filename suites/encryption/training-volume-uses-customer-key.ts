import {
  judge,
  judgeCustomerKey,
  notApplicable,
  notCollected,
  rule,
  unknown,
  volumeStorage,
} from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/training-volume-uses-customer-key',
  code: 'ENC-01',
  title: 'Volumes of training jobs are encrypted with a customer-managed key',
  severity: 'high',
  why: 'The volume holds training data and checkpoints. Only with a key of your own do its key policy and CloudTrail say who may decrypt them, and did. Instances with local NVMe storage take no key and are not applicable.',
  fix: 'Set ResourceConfig.VolumeKmsKeyId in CreateTrainingJob to a customer-managed key; require it with the condition key sagemaker:VolumeKmsKeyArn.',
  on: 'sagemaker.training-job',
  needs: ['volumeKey', 'instances'],
  uses: ['kms.key'],
  check: (job, account) =>
    judge({ volumeKey: job.volumeKey, instances: job.instances }, ({ volumeKey, instances }) => {
      const stores = (instances ?? []).map((one) => volumeStorage(one.type));
      if (stores.length === 0) {
        return unknown({ what: 'instances', why: notCollected('the job names no instance type') });
      }
      if (stores.every((store) => store === 'local')) {
        return notApplicable('these instance types store locally and take no volume key');
      }
      // Without a key, a family we do not know may be one that takes none.
      if (volumeKey === null && !stores.includes('remote')) {
        const types = (instances ?? []).map((one) => one.type).join(', ');
        const why = notCollected(`it is not known whether ${types} has local storage`);
        return unknown({ what: 'instances', why });
      }
      return judgeCustomerKey(account, {
        reference: volumeKey,
        region: job.region,
        field: 'volumeKey',
      });
    }),
});
