import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Writes features, which are data to train on. */
export function featureGroupWork(
  account: Account,
  group: Resource<'sagemaker.feature-group'>,
): Works {
  return readWork(account, { subject: group, purposes: ['featureStore'] }, ({ read, place }) => {
    const role = read('executionRole', group.executionRole, 'role');
    const uri = read('offline', group.offline, 'trainingData')?.uri;
    const uses = place({ class: 'trainingData', uri, how: 'writes' });
    return [{ purpose: 'featureStore', subject: group, role, live: true, uses }];
  });
}
