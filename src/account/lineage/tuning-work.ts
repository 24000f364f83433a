import type { TuningDefinition } from '../../model/resource/sagemaker-job.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { codeUse, inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import { trainingOutput } from './output-place.ts';
import type { PlaceUse, Works } from './work.ts';
import { olderSnapshot, readWork, type WorkReader } from './work-reader.ts';

/** One work for each training job definition; the jobs that it started are listed as such. */
export function tuningWork(account: Account, job: Resource<'sagemaker.tuning-job'>): Works {
  return readWork(account, { subject: job, purposes: ['tuning'] }, (reader) => {
    const definitions = reader.read('definitions', job.definitions, 'role', 'data', 'image') ?? [];
    return definitions.map((definition) => {
      const role = definition.executionRole ?? undefined;
      const uses = definitionUses(reader, definition);
      return { purpose: 'tuning', subject: job, role, live: isRunning(job.status), uses };
    });
  });
}

function definitionUses(reader: WorkReader, definition: TuningDefinition): readonly PlaceUse[] {
  const { place, image, hole, subject } = reader;
  const { inputs, outputUri, checkpointUri, codeUri } = definition;
  if (checkpointUri === undefined || codeUri === undefined) {
    const what = `checkpoints and code of ${definition.name} (${subject.id})`;
    hole({ what, why: olderSnapshot }, 'modelWeights', 'code');
  }
  const weights = { class: 'modelWeights', how: 'writes' } as const;
  const settles = checkpointUri ?? undefined;
  return [
    ...inputUses(reader, inputs),
    ...image(definition.image),
    ...codeUse(reader, codeUri),
    ...place({ ...weights, uri: trainingOutput(outputUri) }),
    ...place({ ...weights, uri: checkpointUri, settles }),
  ];
}
