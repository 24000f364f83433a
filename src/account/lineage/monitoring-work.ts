import type { DataLocation } from '../../model/resource/field.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { codeUse } from './data-input.ts';
import { namedResource } from './named-resource.ts';
import type { PlaceUse, Works } from './work.ts';
import { readWork, type WorkReader } from './work-reader.ts';

/** Reads what its endpoint captured and the baseline to compare it with; writes reports. */
export function monitoringWork(
  account: Account,
  schedule: Resource<'sagemaker.monitoring-schedule'>,
): Works {
  return readWork(account, { subject: schedule, purposes: ['monitoring'] }, (reader) => {
    const { read, place, image } = reader;
    const { status } = schedule;
    const name = read('endpoint', schedule.endpoint, 'inferenceData');
    const captured = name === undefined ? null : captureUri(account, name, schedule.region);
    const outputs = read('outputs', schedule.outputs, 'report') ?? [];
    const uses = [
      ...place({ class: 'inferenceData', uri: captured, how: 'reads' }),
      ...(read('inputs', schedule.inputs, 'inferenceData') ?? []).flatMap((one) =>
        monitored(reader, one),
      ),
      ...image(read('image', schedule.image, 'image')),
      ...outputs.flatMap(({ uri }) => place({ class: 'report', uri, how: 'writes' })),
    ];
    const role = read('executionRole', schedule.executionRole, 'role');
    const live = !(status.state === 'present' && status.value === 'Stopped');
    return [{ purpose: 'monitoring', subject: schedule, role, live, uses }];
  });
}

/** A baseline is a report of an earlier analysis; how to analyse is kept as reports are. */
function monitored(reader: WorkReader, { name, uri }: DataLocation): readonly PlaceUse[] {
  switch (name) {
    case 'code':
      return codeUse(reader, uri);
    case 'config':
    case 'constraints':
    case 'statistics':
      return reader.place({ class: 'report', uri, how: 'reads', extent: 'archive', settles: uri });
    default:
      // Captured requests and answers, and what the answers should have been.
      return reader.place({ class: 'inferenceData', uri, how: 'reads' });
  }
}

/** What was not read on the way is a hole of the endpoint already. */
function captureUri(account: Account, name: string, region: string): string | null {
  const endpoint = namedResource(account, 'sagemaker.endpoint', { name, region });
  if (endpoint?.config.state !== 'present') return null;
  const place = { name: endpoint.config.value, region };
  const capture = namedResource(account, 'sagemaker.endpoint-config', place)?.dataCapture;
  return capture?.state === 'present' ? capture.value.uri : null;
}
