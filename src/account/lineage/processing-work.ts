import type { Account } from '../account.ts';
import type { Resource } from '../../model/resource.ts';
import { inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Reads data, weights or code and writes what it made of them; both are settled by their places. */
export function processingWork(account: Account, job: Resource<'sagemaker.processing-job'>): Works {
  return readWork(account, { subject: job, purposes: ['processing'] }, (reader) => {
    const { read, place, image } = reader;
    const outputs = read('outputs', job.outputs, 'data') ?? [];
    const uses = [
      ...inputUses(reader, read('inputs', job.inputs, 'data')),
      ...image(read('image', job.image, 'image')),
      ...outputs.flatMap(({ uri }) => place({ class: 'data', uri, how: 'writes' })),
    ];
    const role = read('executionRole', job.executionRole, 'role');
    return [{ purpose: 'processing', subject: job, role, live: isRunning(job.status), uses }];
  });
}
