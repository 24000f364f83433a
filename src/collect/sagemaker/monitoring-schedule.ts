import type { MonitoringOutputConfig, MonitoringScheduleConfig } from '@aws-sdk/client-sagemaker';
import { isUnread, type Observed } from '../../model/observed.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource, type Described } from './describe-resource.ts';
import { collectListed, listings, type Listing } from './listed-resources.ts';
import {
  definitionCalls,
  namedDefinition,
  type MonitoringDefinition,
} from './monitoring-definition.ts';
import { dataLocations } from './job-inputs.ts';
import { monitoringInputs } from './monitoring-inputs.ts';
import { required } from '../reply/observe.ts';
import { fieldOf } from '../reply/reply.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import { vpcConfig } from './vpc-config.ts';

const kind = 'sagemaker.monitoring-schedule';
const call = 'sagemaker:DescribeMonitoringSchedule';

type ScheduleFields = Fields<typeof kind>;

/** A schedule carries its definition, or names one that has its own describe call by type. */
export const monitoringScheduleCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListMonitoringSchedules',
    call,
    ...definitionCalls,
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, schedules(aws), (one) => described(aws, one));
  },
};

function schedules(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListMonitoringSchedules',
    input: { MaxResults: 100 },
    items: (page) =>
      page.MonitoringScheduleSummaries?.map((one) => ({
        arn: one.MonitoringScheduleArn,
        name: one.MonitoringScheduleName,
      })),
  });
}

async function described(aws: Aws, one: Listing): Promise<ScheduleFields> {
  const reply = await describeResource(aws, call, { MonitoringScheduleName: one.name });
  if (isUnread(reply)) return everyField(kind, reply);
  const schedule = reply.value;
  const config = schedule.MonitoringScheduleConfig;
  const type = text(schedule.MonitoringType) ?? text(config?.MonitoringType);
  const definition = await definitionOf(aws, config, type);
  return {
    status: requiredText(call, schedule.MonitoringScheduleStatus, 'MonitoringScheduleStatus'),
    createdAt: creationTime(call, schedule.CreationTime),
    monitoringType: textField(type),
    endpoint: endpointOf(text(schedule.EndpointName), definition),
    definition: textField(config?.MonitoringJobDefinitionName),
    ...definitionFields(definition),
    tags: await readTags(aws, one.arn),
  };
}

async function definitionOf(
  aws: Aws,
  config: MonitoringScheduleConfig | undefined,
  type: string | undefined,
): Promise<Described<MonitoringDefinition>> {
  const inline = config?.MonitoringJobDefinition;
  const name = text(config?.MonitoringJobDefinitionName);
  if (inline !== undefined) return { state: 'present', value: inlineDefinition(inline) };
  if (name !== undefined) return namedDefinition(aws, type, name);
  const message = 'the schedule has no definition and names none';
  return { state: 'error', call, code: 'IncompleteReply', message };
}

type Inline = NonNullable<MonitoringScheduleConfig['MonitoringJobDefinition']>;

function inlineDefinition(inline: Inline): MonitoringDefinition {
  return {
    call,
    role: inline.RoleArn,
    network: inline.NetworkConfig,
    resources: inline.MonitoringResources,
    output: inline.MonitoringOutputConfig,
    endpoint: inline.MonitoringInputs?.[0]?.EndpointInput?.EndpointName,
    image: inline.MonitoringAppSpecification?.ImageUri,
    inputs: monitoringInputs({
      app: inline.MonitoringAppSpecification,
      baseline: inline.BaselineConfig,
      input: inline.MonitoringInputs?.[0],
    }),
  };
}

/** A schedule over batch transform output watches no endpoint. */
function endpointOf(
  ofSchedule: string | undefined,
  definition: Described<MonitoringDefinition>,
): Observed<string> {
  if (ofSchedule !== undefined) return textField(ofSchedule);
  return definition.state === 'present' ? textField(definition.value.endpoint) : definition;
}

type DefinitionField =
  | 'executionRole'
  | 'networkIsolation'
  | 'trafficEncryption'
  | 'vpc'
  | 'volumeKey'
  | 'outputKey'
  | 'image'
  | 'inputs'
  | 'outputs';

function definitionFields(
  definition: Described<MonitoringDefinition>,
): Pick<ScheduleFields, DefinitionField> {
  const source = definition.state === 'present' ? definition.value.call : call;
  const read = <T>(member: (one: MonitoringDefinition) => T | null | undefined) =>
    fieldOf(definition, source, member);
  return {
    executionRole: read(({ role }) => required(text(role), 'RoleArn')),
    networkIsolation: read(({ network }) => network?.EnableNetworkIsolation),
    trafficEncryption: read(({ network }) => network?.EnableInterContainerTrafficEncryption),
    vpc: read(({ network }) => vpcConfig(network?.VpcConfig)),
    volumeKey: read(({ resources }) =>
      text(required(resources?.ClusterConfig, 'ClusterConfig').VolumeKmsKeyId),
    ),
    outputKey: read(({ output }) => text(required(output, 'MonitoringOutputConfig').KmsKeyId)),
    image: read(({ image }) => required(text(image), 'ImageUri')),
    inputs: read(({ inputs }) => inputs),
    outputs: read(({ output }) => outputsOf(required(output, 'MonitoringOutputConfig'))),
  };
}

function outputsOf({ MonitoringOutputs: outputs }: MonitoringOutputConfig) {
  const given = required(outputs, 'MonitoringOutputs');
  return dataLocations(given.map((one) => ({ name: undefined, uri: one.S3Output?.S3Uri })));
}
