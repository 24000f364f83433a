import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Its role starts the steps. What these read and write stands in the jobs that they are. */
export function pipelineWork(account: Account, pipeline: Resource<'sagemaker.pipeline'>): Works {
  return readWork(account, { subject: pipeline, purposes: ['pipeline'] }, ({ read }) => {
    const role = read('executionRole', pipeline.executionRole, 'role');
    return [{ purpose: 'pipeline', subject: pipeline, role, live: true, uses: [] }];
  });
}
