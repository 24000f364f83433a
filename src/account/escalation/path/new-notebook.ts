import { passing } from './pass-role.ts';

/**
 * The caller gets into a notebook of his own by a URL, or by a lifecycle script, which runs with the
 * notebook's role (SageMaker API, CreateNotebookInstance and UpdateNotebookInstance).
 */
export const newNotebook = passing({
  code: 'ESC-01',
  words: 'makes a notebook with',
  needs: [{ action: 'sagemaker:CreateNotebookInstance', on: 'notebook-instance/*' }],
  anyOf: [
    [{ action: 'sagemaker:CreatePresignedNotebookInstanceUrl', on: 'notebook-instance/*' }],
    [
      {
        action: 'sagemaker:CreateNotebookInstanceLifecycleConfig',
        on: 'notebook-instance-lifecycle-config/*',
      },
    ],
  ],
});
