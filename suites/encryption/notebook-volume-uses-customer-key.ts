import { judge, judgeCustomerKey, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/notebook-volume-uses-customer-key',
  code: 'ENC-07',
  title: 'Volumes of notebook instances are encrypted with a customer-managed key',
  severity: 'medium',
  why: 'Notebook volumes collect copies of training data, credentials and weights. With a key of your own you decide, and see, who can decrypt them.',
  fix: 'Create the notebook instance anew with KmsKeyId in CreateNotebookInstance; the key cannot be changed later.',
  on: 'sagemaker.notebook-instance',
  needs: ['volumeKey'],
  uses: ['kms.key'],
  check: (notebook, account) =>
    judge({ volumeKey: notebook.volumeKey }, ({ volumeKey }) =>
      judgeCustomerKey(account, {
        reference: volumeKey,
        region: notebook.region,
        field: 'volumeKey',
      }),
    ),
});
