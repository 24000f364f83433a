import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import { isWholeBucket, jobFolder } from './output-place.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Everything that AutoML makes counts as weights: candidates lie beside their reports. */
export function autoMlWork(account: Account, job: Resource<'sagemaker.automl-job'>): Works {
  return readWork(account, { subject: job, purposes: ['automl'] }, (reader) => {
    const { read, place } = reader;
    const output = read('outputUri', job.outputUri, 'modelWeights');
    const settles = jobFolder(output, job.name);
    const uri = isWholeBucket(output) ? settles : output;
    const uses = [
      ...inputUses(reader, read('inputs', job.inputs, 'data')),
      ...place({ class: 'modelWeights', uri, how: 'writes', settles }),
    ];
    const role = read('executionRole', job.executionRole, 'role');
    return [{ purpose: 'automl', subject: job, role, live: isRunning(job.status), uses }];
  });
}
