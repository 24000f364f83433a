import type { Container, DataLocation, FieldSpec, Tags, VpcConfig } from './field.ts';

export interface SageMakerModel {
  readonly createdAt: string;
  readonly executionRole: string;
  /** The primary container or all of `Containers`, never a phantom of the other. */
  readonly containers: readonly Container[];
  readonly vpc: VpcConfig;
  readonly networkIsolation: boolean;
  readonly tags: Tags;
}

export const sageMakerModelFields: FieldSpec<SageMakerModel> = {
  createdAt: 'stable',
  executionRole: 'stable',
  containers: 'stable',
  vpc: 'stable',
  networkIsolation: 'stable',
  tags: 'stable',
};

export interface EndpointVariant {
  readonly name: string;
  /** Model name; null where inference components bring the model. */
  readonly model: string | null;
  /** Null for a serverless variant. */
  readonly instanceType: string | null;
  readonly instanceCount: number | null;
  readonly serverless: boolean;
}

export interface EndpointConfig {
  readonly createdAt: string;
  readonly volumeKey: string;
  readonly variants: readonly EndpointVariant[];
  readonly dataCapture: {
    readonly enabled: boolean;
    readonly uri: string | null;
    readonly key: string | null;
  };
  readonly asyncOutput: { readonly uri: string | null; readonly key: string | null };
  readonly executionRole: string;
  readonly vpc: VpcConfig;
  readonly networkIsolation: boolean;
  readonly tags: Tags;
}

export const endpointConfigFields: FieldSpec<EndpointConfig> = {
  createdAt: 'stable',
  volumeKey: 'stable',
  variants: 'stable',
  dataCapture: 'stable',
  asyncOutput: 'stable',
  executionRole: 'stable',
  vpc: 'stable',
  networkIsolation: 'stable',
  tags: 'stable',
};

export interface Endpoint {
  readonly status: string;
  readonly createdAt: string;
  /** Name of the endpoint configuration. */
  readonly config: string;
  readonly tags: Tags;
}

export const endpointFields: FieldSpec<Endpoint> = {
  status: 'volatile',
  createdAt: 'stable',
  config: 'stable',
  tags: 'stable',
};

export interface MonitoringSchedule {
  readonly status: string;
  readonly createdAt: string;
  /** `DataQuality`, `ModelQuality`, `ModelBias` or `ModelExplainability`. */
  readonly monitoringType: string;
  readonly endpoint: string;
  /** Name of the job definition; absent when the schedule carries its own. */
  readonly definition: string;
  /** From here to the tags: of the inline definition, or of the named one, resolved by its type. */
  readonly executionRole: string;
  readonly networkIsolation: boolean;
  readonly trafficEncryption: boolean;
  readonly vpc: VpcConfig;
  readonly volumeKey: string;
  readonly outputKey: string;
  readonly image: string;
  /** What it reads beside the captured requests: baseline, ground truth, scripts. */
  readonly inputs: readonly DataLocation[];
  readonly outputs: readonly DataLocation[];
  readonly tags: Tags;
}

export const monitoringScheduleFields: FieldSpec<MonitoringSchedule> = {
  status: 'volatile',
  createdAt: 'stable',
  monitoringType: 'stable',
  endpoint: 'stable',
  definition: 'stable',
  executionRole: 'stable',
  networkIsolation: 'stable',
  trafficEncryption: 'stable',
  vpc: 'stable',
  volumeKey: 'stable',
  outputKey: 'stable',
  image: 'stable',
  inputs: 'stable',
  outputs: 'stable',
  tags: 'stable',
};
