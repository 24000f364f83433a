import type { DataLocation, FieldSpec, Instances, RedactedMap, Tags, VpcConfig } from './field.ts';

/** Keys are KMS key ids, ARNs or aliases as given; roles are ARNs; uris as given. */
export interface TrainingJob {
  readonly status: string;
  readonly createdAt: string;
  readonly executionRole: string;
  /** Image URI; absent for a named algorithm. */
  readonly image: string;
  readonly algorithm: string;
  readonly vpc: VpcConfig;
  readonly networkIsolation: boolean;
  readonly trafficEncryption: boolean;
  readonly instances: readonly Instances[];
  readonly volumeKey: string;
  readonly outputKey: string;
  readonly outputUri: string;
  readonly checkpointUri: string;
  readonly inputs: readonly DataLocation[];
  /** Where the model weights went (`model.tar.gz`). */
  readonly modelArtifact: string;
  readonly remoteDebug: boolean;
  readonly environment: RedactedMap;
  readonly hyperparameters: RedactedMap;
  /** S3 URI of the script or archive that the SageMaker SDK has the container fetch and run. */
  readonly codeUri: string;
  readonly maxRuntimeSeconds: number;
  readonly tags: Tags;
}

export const trainingJobFields: FieldSpec<TrainingJob> = {
  status: 'volatile',
  createdAt: 'stable',
  executionRole: 'stable',
  image: 'stable',
  algorithm: 'stable',
  vpc: 'stable',
  networkIsolation: 'stable',
  trafficEncryption: 'stable',
  instances: 'stable',
  volumeKey: 'stable',
  outputKey: 'stable',
  outputUri: 'stable',
  checkpointUri: 'stable',
  inputs: 'stable',
  modelArtifact: 'stable',
  remoteDebug: 'stable',
  environment: 'stable',
  hyperparameters: 'stable',
  codeUri: 'stable',
  maxRuntimeSeconds: 'stable',
  tags: 'stable',
};

export interface ProcessingJob {
  readonly status: string;
  readonly createdAt: string;
  readonly executionRole: string;
  readonly image: string;
  readonly vpc: VpcConfig;
  readonly networkIsolation: boolean;
  readonly trafficEncryption: boolean;
  readonly instances: readonly Instances[];
  readonly volumeKey: string;
  readonly outputKey: string;
  readonly inputs: readonly DataLocation[];
  readonly outputs: readonly DataLocation[];
  readonly environment: RedactedMap;
  readonly tags: Tags;
}

export const processingJobFields: FieldSpec<ProcessingJob> = {
  status: 'volatile',
  createdAt: 'stable',
  executionRole: 'stable',
  image: 'stable',
  vpc: 'stable',
  networkIsolation: 'stable',
  trafficEncryption: 'stable',
  instances: 'stable',
  volumeKey: 'stable',
  outputKey: 'stable',
  inputs: 'stable',
  outputs: 'stable',
  environment: 'stable',
  tags: 'stable',
};

export interface TransformJob {
  readonly status: string;
  readonly createdAt: string;
  /** Model name. */
  readonly model: string;
  readonly inputUri: string;
  readonly outputUri: string;
  readonly outputKey: string;
  readonly volumeKey: string;
  readonly instances: readonly Instances[];
  readonly captureUri: string;
  readonly captureKey: string;
  readonly environment: RedactedMap;
  readonly tags: Tags;
}

export const transformJobFields: FieldSpec<TransformJob> = {
  status: 'volatile',
  createdAt: 'stable',
  model: 'stable',
  inputUri: 'stable',
  outputUri: 'stable',
  outputKey: 'stable',
  volumeKey: 'stable',
  instances: 'stable',
  captureUri: 'stable',
  captureKey: 'stable',
  environment: 'stable',
  tags: 'stable',
};

/** One training job definition of a tuning job; null where AWS left the member out. */
export interface TuningDefinition {
  readonly name: string;
  readonly executionRole: string | null;
  readonly image: string | null;
  readonly vpc: VpcConfig | null;
  readonly networkIsolation: boolean | null;
  readonly trafficEncryption: boolean | null;
  readonly instances: readonly Instances[];
  readonly volumeKey: string | null;
  readonly outputKey: string | null;
  readonly outputUri: string | null;
  /** Both are undefined in snapshots of versions that did not read them. */
  readonly checkpointUri?: string | null;
  readonly codeUri?: string | null;
  readonly inputs: readonly DataLocation[];
  readonly staticHyperparameters: RedactedMap;
}

export interface TuningJob {
  readonly status: string;
  readonly createdAt: string;
  readonly definitions: readonly TuningDefinition[];
  readonly tags: Tags;
}

export const tuningJobFields: FieldSpec<TuningJob> = {
  status: 'volatile',
  createdAt: 'stable',
  definitions: 'stable',
  tags: 'stable',
};

export interface AutoMlJob {
  readonly status: string;
  readonly createdAt: string;
  readonly executionRole: string;
  readonly vpc: VpcConfig;
  readonly trafficEncryption: boolean;
  readonly volumeKey: string;
  readonly outputKey: string;
  readonly outputUri: string;
  readonly inputs: readonly DataLocation[];
  readonly tags: Tags;
}

export const autoMlJobFields: FieldSpec<AutoMlJob> = {
  status: 'volatile',
  createdAt: 'stable',
  executionRole: 'stable',
  vpc: 'stable',
  trafficEncryption: 'stable',
  volumeKey: 'stable',
  outputKey: 'stable',
  outputUri: 'stable',
  inputs: 'stable',
  tags: 'stable',
};
