import type { Account } from '../account.ts';
import type { Resource } from '../../model/resource.ts';
import { codeUse, inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import { jobFolder, trainingOutput } from './output-place.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Reads data (or weights to start from), runs an image, writes weights and checkpoints. */
export function trainingWork(account: Account, job: Resource<'sagemaker.training-job'>): Works {
  return readWork(account, { subject: job, purposes: ['training'] }, (reader) => {
    const { read, place, image } = reader;
    const weights = { class: 'modelWeights', how: 'writes' } as const;
    const output = read('outputUri', job.outputUri, 'modelWeights');
    const checkpoints = read('checkpointUri', job.checkpointUri, 'modelWeights');
    const archive = read('modelArtifact', job.modelArtifact, 'modelWeights');
    const uses = [
      ...inputUses(reader, read('inputs', job.inputs, 'data')),
      ...image(read('image', job.image, 'image')),
      ...codeUse(reader, read('codeUri', job.codeUri, 'code')),
      ...place({ ...weights, uri: trainingOutput(output), settles: jobFolder(output, job.name) }),
      ...place({ ...weights, uri: checkpoints, settles: checkpoints }),
      ...place({ ...weights, uri: archive, settles: archive, extent: 'archive' }),
    ];
    const role = read('executionRole', job.executionRole, 'role');
    return [{ purpose: 'training', subject: job, role, live: isRunning(job.status), uses }];
  });
}
