import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Need } from './need.ts';
import { unreadFields } from './unread-fields.ts';

/** A notebook, and the role it runs by. */
export interface Notebook {
  readonly arn: string;
  /** ARN. */
  readonly role: string;
  readonly region: string;
  readonly status: string;
  readonly lifecycleConfig: string | undefined;
}

export interface Notebooks {
  readonly list: readonly Notebook[];
  readonly missing: readonly Missing[];
}

const kind = 'sagemaker.notebook-instance';

/** Those that are not being deleted. */
export function notebooksOf(account: Account): Notebooks {
  const all = account.all(kind);
  const list = all.flatMap(({ id, region, executionRole, status, lifecycleConfig }) => {
    if (executionRole.state !== 'present' || status.state !== 'present') return [];
    if (status.value === 'Deleting') return [];
    const config = lifecycleConfig.state === 'present' ? lifecycleConfig.value : undefined;
    const role = executionRole.value;
    return [{ arn: id, role, region, status: status.value, lifecycleConfig: config }];
  });
  const unread = all.flatMap(({ id, executionRole, status, lifecycleConfig }) =>
    unreadFields(id, { executionRole, status, lifecycleConfig }),
  );
  return { list, missing: [...account.gaps(kind), ...unread] };
}

/** What it takes to have the notebook start anew: a running one is stopped first. */
export function restartNeeds({ arn, status }: Notebook): readonly Need[] {
  return [
    ...(status === 'InService' ? [{ action: 'sagemaker:StopNotebookInstance', on: arn }] : []),
    { action: 'sagemaker:StartNotebookInstance', on: arn },
  ];
}
