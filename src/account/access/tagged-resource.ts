import type { Observed } from '../../model/observed.ts';
import type { Kind } from '../../model/resource.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Account } from '../account.ts';

/** What a resource of the snapshot is tagged with, and the service whose own condition key says it. */
export interface TaggedResource {
  readonly service: string;
  readonly tags: Observed<Tags>;
}

/** Undefined: not in the snapshot, or of a kind without tags there. */
export function taggedResource(account: Account, resource: string): TaggedResource | undefined {
  const [, service = '', type = ''] =
    /^arn:[^:]*:([^:]*):[^:]*:[^:]*:([^/]+)\//.exec(resource) ?? [];
  const kind = kinds.get(`${service} ${type}`);
  const found = kind && account.find(kind, resource);
  return found !== undefined && 'tags' in found ? { service, tags: found.tags } : undefined;
}

const sageMaker: readonly (readonly [type: string, kind: Kind])[] = [
  ['training-job', 'sagemaker.training-job'],
  ['processing-job', 'sagemaker.processing-job'],
  ['transform-job', 'sagemaker.transform-job'],
  ['hyper-parameter-tuning-job', 'sagemaker.tuning-job'],
  ['automl-job', 'sagemaker.automl-job'],
  ['model', 'sagemaker.model'],
  ['endpoint-config', 'sagemaker.endpoint-config'],
  ['endpoint', 'sagemaker.endpoint'],
  ['monitoring-schedule', 'sagemaker.monitoring-schedule'],
  ['notebook-instance', 'sagemaker.notebook-instance'],
  ['domain', 'sagemaker.domain'],
  ['user-profile', 'sagemaker.user-profile'],
  ['space', 'sagemaker.space'],
  ['model-package-group', 'sagemaker.model-package-group'],
  ['model-package', 'sagemaker.model-package'],
  ['pipeline', 'sagemaker.pipeline'],
  ['feature-group', 'sagemaker.feature-group'],
];

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...sageMaker.map(([type, kind]) => [`sagemaker ${type}`, kind] as const),
  ['ecr repository', 'ecr.repository'],
  ['iam user', 'iam.user'],
]);
