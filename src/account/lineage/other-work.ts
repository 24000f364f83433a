import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { namedResource } from './named-resource.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** Its role starts the steps. What these read and write stands in the jobs that they are. */
export function pipelineWork(account: Account, pipeline: Resource<'sagemaker.pipeline'>): Works {
  return readWork(account, { subject: pipeline, purposes: ['pipeline'] }, ({ read }) => {
    const role = read('executionRole', pipeline.executionRole, 'role');
    return [{ purpose: 'pipeline', subject: pipeline, role, live: true, uses: [] }];
  });
}

/** Reads what its endpoint captures. */
export function monitoringWork(
  account: Account,
  schedule: Resource<'sagemaker.monitoring-schedule'>,
): Works {
  const { region, status } = schedule;
  return readWork(account, { subject: schedule, purposes: ['monitoring'] }, ({ read, place }) => {
    const named = <K extends 'sagemaker.endpoint' | 'sagemaker.endpoint-config'>(
      kind: K,
      name: string | undefined,
    ) => (name === undefined ? undefined : namedResource(account, kind, { name, region }));
    const role = read('executionRole', schedule.executionRole, 'role');
    const endpoint = named('sagemaker.endpoint', read('endpoint', schedule.endpoint, 'data'));
    const config =
      endpoint?.config.state === 'present'
        ? named('sagemaker.endpoint-config', endpoint.config.value)
        : undefined;
    const capture = config?.dataCapture.state === 'present' ? config.dataCapture.value.uri : null;
    const uses = place({ class: 'data', uri: capture, how: 'reads' });
    const live = !(status.state === 'present' && status.value === 'Stopped');
    return [{ purpose: 'monitoring', subject: schedule, role, live, uses }];
  });
}

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
