import type { Account } from '../account.ts';
import type { Resource } from '../../model/resource.ts';
import { inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import { isWholeBucket, jobFolder, trainingOutput } from './output-place.ts';
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
      ...place({ ...weights, uri: trainingOutput(output), settles: jobFolder(output, job.name) }),
      ...place({ ...weights, uri: checkpoints, settles: checkpoints }),
      ...place({ ...weights, uri: archive, settles: archive, extent: 'archive' }),
    ];
    const role = read('executionRole', job.executionRole, 'role');
    return [{ purpose: 'training', subject: job, role, live: isRunning(job.status), uses }];
  });
}

/** One work for each training job definition; the jobs that it started are listed as such. */
export function tuningWork(account: Account, job: Resource<'sagemaker.tuning-job'>): Works {
  return readWork(account, { subject: job, purposes: ['tuning'] }, (reader) => {
    const { read, place, image } = reader;
    const definitions = read('definitions', job.definitions, 'role', 'data', 'image') ?? [];
    return definitions.map((definition) => {
      const uri = trainingOutput(definition.outputUri);
      const uses = [
        ...inputUses(reader, definition.inputs),
        ...image(definition.image),
        ...place({ class: 'modelWeights', uri, how: 'writes' }),
      ];
      const role = definition.executionRole ?? undefined;
      return { purpose: 'tuning', subject: job, role, live: isRunning(job.status), uses };
    });
  });
}

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
