import { isUnread } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Need } from './need.ts';

/** A notebook, and the role it runs by. */
export interface Notebook {
  readonly arn: string;
  /** ARN, or why it is not known. */
  readonly role: string | Missing;
  readonly region: string;
  readonly status: string | undefined;
  readonly lifecycleConfig: string | undefined;
  readonly doubt?: string;
}

export interface Notebooks {
  readonly list: readonly Notebook[];
  readonly missing: readonly Missing[];
}

const kind = 'sagemaker.notebook-instance';

/** Those that are not being deleted. */
export function notebooksOf(account: Account): Notebooks {
  const list = account.all(kind).flatMap((one): readonly Notebook[] => {
    const { id, region, executionRole, lifecycleConfig } = one;
    const status = one.status.state === 'present' ? one.status.value : undefined;
    if (status === 'Deleting' || executionRole.state === 'absent') return [];
    const what = `the role of ${id}`;
    const role = executionRole.state === 'present' ? executionRole.value : undefined;
    const why = isUnread(executionRole) ? executionRole : unsupported;
    return [
      {
        arn: id,
        role: role ?? { what, why },
        region,
        status,
        lifecycleConfig: lifecycleConfig.state === 'present' ? lifecycleConfig.value : undefined,
        ...(isUnread(one.status) && { doubt: 'the status of the notebook is not known' }),
      },
    ];
  });
  return { list, missing: account.gaps(kind) };
}

const unsupported = { state: 'not-collected', why: 'AWS gives none' } as const;

/** What it takes to have the notebook start anew: running ones are stopped first. */
export function restartNeeds({ arn, status }: Notebook): readonly Need[] {
  const isRunning = status === undefined || status === 'InService';
  return [
    ...(isRunning ? [{ action: 'sagemaker:StopNotebookInstance', on: arn }] : []),
    { action: 'sagemaker:StartNotebookInstance', on: arn },
  ];
}
