import { notCollected } from '../model/observed.ts';
import type { FieldName, Kind } from '../model/resource.ts';

/**
 * Fields that kinds were given after the first snapshots were written. An item without one of them
 * is older: it is read, with the field as not collected, and keeps the hash that it was written with.
 */
const laterFields: { readonly [K in Kind]?: readonly FieldName<K>[] } = {
  'sagemaker.training-job': ['codeUri'],
  'sagemaker.domain': ['spaceExecutionRole'],
  'sagemaker.monitoring-schedule': ['image', 'inputs', 'outputs'],
};

export function cameLater(kind: Kind, field: string): boolean {
  const later: readonly string[] | undefined = laterFields[kind];
  return later?.includes(field) === true;
}

export const notReadThen = notCollected('the snapshot is of a version that did not read it');
