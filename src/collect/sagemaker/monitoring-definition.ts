import type {
  MonitoringNetworkConfig,
  MonitoringOutputConfig,
  MonitoringResources,
  NetworkConfig,
} from '@aws-sdk/client-sagemaker';
import type { Unread } from '../../model/observed.ts';
import type { DataLocation } from '../../model/resource/field.ts';
import type { Aws } from '../collector.ts';
import { describeResource, type Described } from './describe-resource.ts';
import {
  monitoringInputs,
  type GivenApp,
  type GivenBaseline,
  type GivenInput,
} from './monitoring-inputs.ts';
import type { OperationId } from '../call/sdk.ts';

/** What a monitoring job runs as, wherever its definition stands. */
export interface MonitoringDefinition {
  /** The call that gave it. */
  readonly call: string;
  readonly role: string | undefined;
  readonly network: NetworkConfig | MonitoringNetworkConfig | undefined;
  readonly resources: MonitoringResources | undefined;
  readonly output: MonitoringOutputConfig | undefined;
  readonly endpoint: string | undefined;
  readonly image: string | undefined;
  /** What it reads beside the requests that an endpoint captured. */
  readonly inputs: readonly DataLocation[];
}

export const definitionCalls = [
  'sagemaker:DescribeDataQualityJobDefinition',
  'sagemaker:DescribeModelQualityJobDefinition',
  'sagemaker:DescribeModelBiasJobDefinition',
  'sagemaker:DescribeModelExplainabilityJobDefinition',
] as const satisfies readonly OperationId[];

/** A definition that a schedule names; the schedule's type says which call describes it. */
export async function namedDefinition(
  aws: Aws,
  type: string | undefined,
  name: string,
): Promise<Described<MonitoringDefinition>> {
  const call = definitionCalls.find((one) => one === `sagemaker:Describe${type}JobDefinition`);
  if (call === undefined) return unknownType(type);
  const reply = await describeResource(aws, call, { JobDefinitionName: name });
  if (reply.state !== 'present') return reply;
  return { state: 'present', value: definitionOf(call, reply.value) };
}

/** The four replies differ in the names of two members; each has its own. */
interface AnyDefinition {
  readonly RoleArn: string | undefined;
  readonly NetworkConfig?: MonitoringNetworkConfig | undefined;
  readonly JobResources: MonitoringResources | undefined;
  readonly DataQualityJobOutputConfig?: MonitoringOutputConfig | undefined;
  readonly ModelQualityJobOutputConfig?: MonitoringOutputConfig | undefined;
  readonly ModelBiasJobOutputConfig?: MonitoringOutputConfig | undefined;
  readonly ModelExplainabilityJobOutputConfig?: MonitoringOutputConfig | undefined;
  readonly DataQualityJobInput?: GivenInput | undefined;
  readonly ModelQualityJobInput?: GivenInput | undefined;
  readonly ModelBiasJobInput?: GivenInput | undefined;
  readonly ModelExplainabilityJobInput?: GivenInput | undefined;
  readonly DataQualityAppSpecification?: GivenApp | undefined;
  readonly ModelQualityAppSpecification?: GivenApp | undefined;
  readonly ModelBiasAppSpecification?: GivenApp | undefined;
  readonly ModelExplainabilityAppSpecification?: GivenApp | undefined;
  readonly DataQualityBaselineConfig?: GivenBaseline | undefined;
  readonly ModelQualityBaselineConfig?: GivenBaseline | undefined;
  readonly ModelBiasBaselineConfig?: GivenBaseline | undefined;
  readonly ModelExplainabilityBaselineConfig?: GivenBaseline | undefined;
}

function definitionOf(call: string, reply: AnyDefinition): MonitoringDefinition {
  const input = firstOf(
    reply.DataQualityJobInput,
    reply.ModelQualityJobInput,
    reply.ModelBiasJobInput,
    reply.ModelExplainabilityJobInput,
  );
  const app = firstOf(
    reply.DataQualityAppSpecification,
    reply.ModelQualityAppSpecification,
    reply.ModelBiasAppSpecification,
    reply.ModelExplainabilityAppSpecification,
  );
  const baseline = firstOf(
    reply.DataQualityBaselineConfig,
    reply.ModelQualityBaselineConfig,
    reply.ModelBiasBaselineConfig,
    reply.ModelExplainabilityBaselineConfig,
  );
  return {
    call,
    role: reply.RoleArn,
    network: reply.NetworkConfig,
    resources: reply.JobResources,
    output: firstOf(
      reply.DataQualityJobOutputConfig,
      reply.ModelQualityJobOutputConfig,
      reply.ModelBiasJobOutputConfig,
      reply.ModelExplainabilityJobOutputConfig,
    ),
    endpoint: input?.EndpointInput?.EndpointName,
    image: app?.ImageUri,
    inputs: monitoringInputs({ app, baseline, input }),
  };
}

function firstOf<T>(...given: readonly (T | undefined)[]): T | undefined {
  return given.find((one) => one !== undefined);
}

function unknownType(type: string | undefined): Unread {
  return {
    state: 'error',
    call: 'sagemaker:DescribeMonitoringSchedule',
    code: 'UnknownMonitoringType',
    message: `no call is known that describes a definition of type ${type ?? '(none)'}`,
  };
}
