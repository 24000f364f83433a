import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { isRunning } from './is-running.ts';
import { modelContent, notInSnapshot, served } from './model-content.ts';
import { namedResource } from './named-resource.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** SageMaker reads the input and writes the output by the role of the model. */
export function transformWork(account: Account, job: Resource<'sagemaker.transform-job'>): Works {
  return readWork(account, { subject: job, purposes: ['transform'] }, (reader) => {
    const { read, place, hole } = reader;
    const input = read('inputUri', job.inputUri, 'inferenceData');
    const written = [
      read('outputUri', job.outputUri, 'inferenceData'),
      read('captureUri', job.captureUri, 'inferenceData'),
    ];
    const scored = { class: 'inferenceData' } as const;
    const name = read('model', job.model, ...served);
    const model =
      name === undefined
        ? undefined
        : namedResource(account, 'sagemaker.model', { name, region: job.region });
    if (name !== undefined && model === undefined) {
      hole({ what: `model ${name} of ${job.id}`, why: notInSnapshot }, ...served);
    }
    const content = model && modelContent(reader, model);
    const uses = [
      ...place({ ...scored, uri: input, how: 'reads' }),
      ...written.flatMap((uri) => place({ ...scored, uri, how: 'writes' })),
      ...(content?.uses ?? []),
    ];
    const live = isRunning(job.status);
    return [{ purpose: 'transform', subject: job, role: content?.role, live, uses }];
  });
}
