import type { Account } from '../../account.ts';
import { nameIn } from '../name-of.ts';
import { notebooksOf, type Notebook } from '../notebooks.ts';
import type { Path } from '../path.ts';

const update = 'sagemaker:UpdateNotebookInstanceLifecycleConfig';

/**
 * A new script in a configuration that a notebook already has runs at the notebook's next start,
 * whoever starts it (SageMaker API, UpdateNotebookInstanceLifecycleConfig).
 */
export const rewriteNotebookScript: Path = {
  code: 'ESC-06',
  gates: [{ action: update, on: 'notebook-instance-lifecycle-config/*' }],
  targets: (account) => {
    const { list, missing } = notebooksOf(account);
    return {
      list: list.flatMap((notebook) => {
        const config = configArn(account, notebook);
        if (config === undefined) return [];
        return [
          {
            to: notebook.role,
            through: notebook.arn,
            words: `rewrites the script ${nameIn(config)} that runs when the notebook ${nameIn(notebook.arn)} starts, by`,
            needs: [{ action: update, on: config }],
          },
        ];
      }),
      missing,
    };
  },
};

function configArn(account: Account, { region, lifecycleConfig }: Notebook): string | undefined {
  if (lifecycleConfig === undefined) return undefined;
  const found = account
    .all('sagemaker.notebook-lifecycle-config')
    .find((one) => one.name === lifecycleConfig && one.region === region);
  const name = lifecycleConfig.toLowerCase();
  const { partition, id } = account;
  const made = `arn:${partition}:sagemaker:${region}:${id}:notebook-instance-lifecycle-config/${name}`;
  return found?.id ?? made;
}
