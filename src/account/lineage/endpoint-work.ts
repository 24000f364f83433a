import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { modelContent, notInSnapshot, served } from './model-content.ts';
import { namedResource } from './named-resource.ts';
import type { PlaceUse, Works } from './work.ts';
import { readWork, type WorkReader } from './work-reader.ts';

/** One work for every model that an endpoint's configuration names. */
export function endpointWork(account: Account, endpoint: Resource<'sagemaker.endpoint'>): Works {
  return readWork(account, { subject: endpoint, purposes: ['endpoint'] }, (reader) => {
    const config = configOf(reader, endpoint);
    if (config === undefined) return [];
    const { read, hole } = reader;
    const ofConfig = read('executionRole (configuration)', config.executionRole, 'role');
    const variants = read('variants', config.variants, 'role', 'modelWeights', 'image', 'code');
    const captured = captureUses(reader, config);
    const models = new Set((variants ?? []).map(({ model }) => model));
    return [...models].flatMap((name) => {
      if (name === null) {
        hole({ what: `the inference components of ${endpoint.id}`, why: components }, ...served);
        const work = { purpose: 'endpoint', subject: endpoint, live: true } as const;
        return [{ ...work, role: ofConfig, uses: captured }];
      }
      const model = namedResource(account, 'sagemaker.model', { name, region: endpoint.region });
      if (model === undefined) {
        hole({ what: `model ${name} of ${endpoint.id}`, why: notInSnapshot }, ...served);
        return [];
      }
      const { role, uses } = modelContent(reader, model);
      const work = { purpose: 'endpoint', subject: endpoint, live: true } as const;
      return [{ ...work, role: role ?? ofConfig, uses: [...uses, ...captured], serves: model.id }];
    });
  });
}

const components = notCollected('inference components are not read');

function configOf(reader: WorkReader, endpoint: Resource<'sagemaker.endpoint'>) {
  const { account, read, hole } = reader;
  const name = read('config', endpoint.config, ...served, 'inferenceData');
  if (name === undefined) return undefined;
  const place = { name, region: endpoint.region };
  const config = namedResource(account, 'sagemaker.endpoint-config', place);
  if (config === undefined) {
    hole(
      { what: `configuration ${name} of ${endpoint.id}`, why: notInSnapshot },
      ...served,
      'inferenceData',
    );
  }
  return config;
}

/** Requests and answers that the endpoint keeps. */
function captureUses(
  reader: WorkReader,
  config: Resource<'sagemaker.endpoint-config'>,
): readonly PlaceUse[] {
  const capture = reader.read('dataCapture', config.dataCapture, 'inferenceData');
  const answers = reader.read('asyncOutput', config.asyncOutput, 'inferenceData');
  const kept = [capture?.enabled === true ? capture.uri : null, answers?.uri];
  return kept.flatMap((uri) => reader.place({ class: 'inferenceData', uri, how: 'writes' }));
}
