import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { containerUses } from './container-uses.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** A package does nothing by itself: it names weights, images and evaluation reports. */
export function packageWork(account: Account, one: Resource<'sagemaker.model-package'>): Works {
  return readWork(account, { subject: one, purposes: [] }, (reader) => {
    const { read, place } = reader;
    const containers = read('containers', one.containers, 'modelWeights', 'image', 'code');
    const reports = read('metrics', one.metrics, 'report', 'trainingData') ?? [];
    const uses = [
      ...containerUses(reader, containers),
      ...reports.flatMap((uri) =>
        place({ class: 'report', uri, how: 'reads', extent: 'archive', settles: uri }),
      ),
    ];
    return [{ purpose: undefined, subject: one, role: undefined, live: false, uses }];
  });
}
