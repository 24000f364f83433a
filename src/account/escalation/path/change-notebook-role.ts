import { sageMaker } from '../../fact/trust.ts';
import { nameIn } from '../name-of.ts';
import type { Need } from '../need.ts';
import { notebooksOf, restartNeeds, type Notebook } from '../notebooks.ts';
import { passableRoles, type PassableRole } from '../passable-roles.ts';
import type { Path, Target } from '../path.ts';
import { passRole, trustDoubt } from './pass-role.ts';

const update = 'sagemaker:UpdateNotebookInstance';
const makeScript = 'sagemaker:CreateNotebookInstanceLifecycleConfig';

/** A notebook that exists is given another role (SageMaker API, UpdateNotebookInstance, RoleArn). */
export const changeNotebookRole: Path = {
  code: 'ESC-07',
  gates: [passRole('role/*', sageMaker), { action: update, on: 'notebook-instance/*' }],
  targets: (account) => {
    const { list, missing } = notebooksOf(account);
    const roles = passableRoles(account, sageMaker);
    return {
      list: roles.flatMap((role) => list.map((notebook) => targetOf(role, notebook))),
      missing: [...missing, ...account.gaps('iam.role')],
    };
  },
};

function targetOf({ arn, is }: PassableRole, notebook: Notebook): Target {
  const pass: Need = { ...passRole(arn, sageMaker), sameCall: true };
  return {
    to: arn,
    through: notebook.arn,
    ...(is === 'may' && { doubt: trustDoubt(sageMaker) }),
    words: `has the notebook ${nameIn(notebook.arn)} run by`,
    needs: [{ action: update, on: notebook.arn }, pass, ...restartNeeds(notebook)],
    anyOf: [
      [{ action: 'sagemaker:CreatePresignedNotebookInstanceUrl', on: notebook.arn }],
      [{ action: makeScript, on: 'notebook-instance-lifecycle-config/*' }],
    ],
  };
}
