import { nameIn } from '../name-of.ts';
import { notebooksOf } from '../notebooks.ts';
import type { Path } from '../path.ts';

const open = 'sagemaker:CreatePresignedNotebookInstanceUrl';

/** Whoever opens a notebook works by its role; one that is stopped has to be started. */
export const openNotebook: Path = {
  code: 'ESC-04',
  gates: [{ action: open, on: 'notebook-instance/*' }],
  targets: (account) => {
    const { list, missing } = notebooksOf(account);
    return {
      list: list.map(({ arn, role, status }) => ({
        to: role,
        through: arn,
        words: `opens the notebook ${nameIn(arn)} of`,
        needs: [
          { action: open, on: arn },
          ...(status === 'Stopped' || status === 'Failed'
            ? [{ action: 'sagemaker:StartNotebookInstance', on: arn }]
            : []),
        ],
      })),
      missing,
    };
  },
};
