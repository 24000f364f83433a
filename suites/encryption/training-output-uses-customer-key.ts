import { judge, judgeCustomerKey, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/training-output-uses-customer-key',
  code: 'ENC-02',
  title: 'Model weights of training jobs are encrypted with a customer-managed key',
  severity: 'high',
  why: 'The weights are what the training was for. Encrypted with a key of your own, reading them takes the bucket and the key; with the default key, the bucket alone.',
  fix: 'Set OutputDataConfig.KmsKeyId in CreateTrainingJob to the customer-managed key of your model artifacts; require it with the condition key sagemaker:OutputKmsKeyArn.',
  on: 'sagemaker.training-job',
  needs: ['outputKey'],
  uses: ['kms.key'],
  check: (job, account) =>
    judge({ outputKey: job.outputKey }, ({ outputKey }) =>
      judgeCustomerKey(account, {
        reference: outputKey,
        region: job.region,
        field: 'outputKey',
      }),
    ),
});
