import { nameIn } from '../name-of.ts';
import { notebooksOf, restartNeeds } from '../notebooks.ts';
import type { Path } from '../path.ts';

const makeScript = {
  action: 'sagemaker:CreateNotebookInstanceLifecycleConfig',
  on: 'notebook-instance-lifecycle-config/*',
};
const update = 'sagemaker:UpdateNotebookInstance';

/**
 * Lifecycle scripts run as root with the notebook's role when it starts (SageMaker API,
 * UpdateNotebookInstance); a running notebook cannot be updated.
 */
export const attachNotebookScript: Path = {
  code: 'ESC-05',
  gates: [makeScript, { action: update, on: 'notebook-instance/*' }],
  targets: (account) => {
    const { list, missing } = notebooksOf(account);
    return {
      list: list.map((notebook) => ({
        to: notebook.role,
        through: notebook.arn,
        words: `has a script of its own run when the notebook ${nameIn(notebook.arn)} starts, by`,
        needs: [makeScript, { action: update, on: notebook.arn }, ...restartNeeds(notebook)],
      })),
      missing,
    };
  },
};
