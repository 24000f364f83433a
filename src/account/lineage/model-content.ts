import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import { containerUses } from './container-uses.ts';
import type { PlaceUse } from './work.ts';
import type { WorkReader } from './work-reader.ts';

/** What remains untold when a model was not read. */
export const served = ['role', 'modelWeights', 'image', 'code'] as const;

export const notInSnapshot = notCollected(
  'it is not in the snapshot; it may be deleted, and still be in use',
);

/** The role of a model, and what its containers load; as told of whatever runs it. */
export function modelContent(reader: WorkReader, model: Resource<'sagemaker.model'>): ModelContent {
  const { read, subject } = reader;
  const of = subject.id === model.id ? '' : ` (${model.id})`;
  const role = read(`executionRole${of}`, model.executionRole, 'role');
  const containers = read(`containers${of}`, model.containers, 'modelWeights', 'image', 'code');
  return { role, uses: containerUses(reader, containers) };
}

export interface ModelContent {
  readonly role: string | undefined;
  readonly uses: readonly PlaceUse[];
}
