import { mapObserved, type Observed } from '../model/observed.ts';
import type { Kind, Resource } from '../model/resource.ts';

/** Where the key that a kind's own data is encrypted with is named; null: the key of AWS. */
const keyFields: { readonly [K in Kind]?: (resource: Resource<K>) => Named } = {
  's3.bucket': ({ encryption }) => ({
    encryption: mapObserved(encryption, (rule) => rule.key),
  }),
  'sagemaker.notebook-instance': ({ volumeKey }) => ({ volumeKey }),
  'sagemaker.training-job': ({ volumeKey, outputKey }) => ({ volumeKey, outputKey }),
  'sagemaker.processing-job': ({ volumeKey, outputKey }) => ({ volumeKey, outputKey }),
  'sagemaker.transform-job': ({ volumeKey, outputKey }) => ({ volumeKey, outputKey }),
  'sagemaker.automl-job': ({ volumeKey, outputKey }) => ({ volumeKey, outputKey }),
  'sagemaker.endpoint-config': ({ volumeKey }) => ({ volumeKey }),
  'sagemaker.domain': ({ volumeKey }) => ({ volumeKey }),
};

type Named = { readonly [field: string]: Observed<string | null> };

export const encryptedKinds = Object.keys(keyFields) as readonly Kind[];

/** The key references of a resource by field; empty for a kind that names none. */
export function resourceKeys<K extends Kind>(resource: Resource<K>): Named {
  const fields: ((resource: Resource<K>) => Named) | undefined = keyFields[resource.kind as K];
  return fields?.(resource) ?? {};
}
