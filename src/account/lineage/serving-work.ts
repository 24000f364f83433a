import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { containerUses } from './container-uses.ts';
import { inputUses } from './data-input.ts';
import { isRunning } from './is-running.ts';
import { namedResource } from './named-resource.ts';
import type { PlaceUse, Works } from './work.ts';
import { readWork, type WorkReader } from './work-reader.ts';

/** A model that no endpoint serves yet. What serves it is a work of the endpoint. */
export function modelWork(account: Account, model: Resource<'sagemaker.model'>): Works {
  return readWork(account, { subject: model, purposes: ['endpoint'] }, (reader) => {
    const { role, uses } = modelContent(reader, model);
    return [{ purpose: 'endpoint', subject: model, role, live: false, uses }];
  });
}

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

/** SageMaker reads the input and writes the output by the role of the model. */
export function transformWork(account: Account, job: Resource<'sagemaker.transform-job'>): Works {
  return readWork(account, { subject: job, purposes: ['transform'] }, (reader) => {
    const { read, place, hole } = reader;
    const input = read('inputUri', job.inputUri, 'data');
    const written = [
      read('outputUri', job.outputUri, 'data'),
      read('captureUri', job.captureUri, 'data'),
    ];
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
      ...inputUses(reader, input === undefined ? [] : [{ name: 'input', uri: input }]),
      ...written.flatMap((uri) => place({ class: 'data', uri, how: 'writes' })),
      ...(content?.uses ?? []),
    ];
    const live = isRunning(job.status);
    return [{ purpose: 'transform', subject: job, role: content?.role, live, uses }];
  });
}

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

const served = ['role', 'modelWeights', 'image', 'code'] as const;
const notInSnapshot = notCollected(
  'it is not in the snapshot; it may be deleted, and still be in use',
);
const components = notCollected('inference components are not read');

function modelContent(reader: WorkReader, model: Resource<'sagemaker.model'>) {
  const { read, subject } = reader;
  const of = subject.id === model.id ? '' : ` (${model.id})`;
  const role = read(`executionRole${of}`, model.executionRole, 'role');
  const containers = read(`containers${of}`, model.containers, 'modelWeights', 'image', 'code');
  return { role, uses: containerUses(reader, containers) };
}

function configOf(reader: WorkReader, endpoint: Resource<'sagemaker.endpoint'>) {
  const { account, read, hole } = reader;
  const name = read('config', endpoint.config, ...served, 'data');
  if (name === undefined) return undefined;
  const place = { name, region: endpoint.region };
  const config = namedResource(account, 'sagemaker.endpoint-config', place);
  if (config === undefined) {
    hole(
      { what: `configuration ${name} of ${endpoint.id}`, why: notInSnapshot },
      ...served,
      'data',
    );
  }
  return config;
}

/** Requests and answers that the endpoint keeps: data of its callers. */
function captureUses(
  reader: WorkReader,
  config: Resource<'sagemaker.endpoint-config'>,
): readonly PlaceUse[] {
  const capture = reader.read('dataCapture', config.dataCapture, 'data');
  const answers = reader.read('asyncOutput', config.asyncOutput, 'data');
  const kept = [capture?.enabled === true ? capture.uri : null, answers?.uri];
  return kept.flatMap((uri) => reader.place({ class: 'data', uri, how: 'writes' }));
}
