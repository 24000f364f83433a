import { AwsError } from '../aws-error.ts';
import { objectsIn, tagList, textIn } from '../input.ts';
import { maxResults } from './list-objects.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Call, Context } from '../call.ts';
import type { SageMakerType, SandboxObject } from '../world.ts';

/** Members of the Describe reply that a search record does not carry (AWS's service model). */
const notCarried = {
  TrainingJob: [
    'BillableTokenCount',
    'ProfilerRuleConfigurations',
    'ProfilerRuleEvaluationStatuses',
    'ProfilingStatus',
    'RemoteDebugConfig',
    'InfraCheckConfig',
    'ServerlessJobConfig',
    'MlflowConfig',
    'MlflowDetails',
    'ProgressInfo',
  ],
  Endpoint: [
    'LastDeploymentConfig',
    'AsyncInferenceConfig',
    'PendingDeploymentSummary',
    'ExplainerConfig',
    'MetricsConfig',
  ],
  Model: [],
  ModelPackage: ['ManagedStorageType'],
  ModelPackageGroup: ['ManagedConfiguration'],
  Pipeline: [
    'PipelineDefinition',
    'PipelineVersionDisplayName',
    'PipelineVersionDescription',
    'PipelineVersionAliases',
  ],
  FeatureGroup: ['ThroughputConfig', 'NextToken', 'OnlineStoreTotalSizeBytes'],
  HyperParameterTuningJob: ['Autotune'],
} as const satisfies { [T in SageMakerType]?: readonly string[] };

type Searchable = keyof typeof notCarried;

export function search(call: Call, context: Context): JsonObject {
  const type = textIn(call.input, 'Resource') ?? '';
  if (!isSearchable(type)) {
    throw new AwsError('ValidationException', `The sandbox does not search for ${type}`);
  }
  const all = call.account.sagemaker.get(call.region)?.objects[type] ?? [];
  const found = all.filter((object) => matches(object.detail, call.input));
  const page = context.paginate(found, {
    token: textIn(call.input, 'NextToken'),
    size: maxResults(call.input),
  });
  return {
    Results: page.items.map((object) => ({ [type]: recordOf(object, type) })),
    TotalHits: { Value: found.length, Relation: 'EqualTo' },
    ...(page.next !== undefined && { NextToken: page.next }),
  };
}

function isSearchable(type: string): type is Searchable {
  return Object.hasOwn(notCarried, type);
}

function recordOf(object: SandboxObject, type: Searchable): JsonObject {
  const left: readonly string[] = notCarried[type];
  const members = Object.entries(object.detail).filter(([member]) => !left.includes(member));
  const record = { ...Object.fromEntries(members), Tags: tagList(object.tags) };
  // The model dashboard's record wraps the model itself.
  return type === 'Model' ? { Model: record } : record;
}

function matches(detail: JsonObject, input: JsonObject): boolean {
  const expression = input['SearchExpression'];
  if (!isJsonObject(expression)) return true;
  const unserved = ['NestedFilters', 'SubExpressions'].find((name) => name in expression);
  if (unserved !== undefined || textIn(expression, 'Operator') === 'Or') {
    throw new AwsError('ValidationException', 'The sandbox serves Filters joined by And only');
  }
  return objectsIn(expression, 'Filters').every((filter) => satisfies(detail, filter));
}

function satisfies(detail: JsonObject, filter: JsonObject): boolean {
  const held = detail[textIn(filter, 'Name') ?? ''];
  const wanted = textIn(filter, 'Value') ?? '';
  const operator = textIn(filter, 'Operator') ?? 'Equals';
  switch (operator) {
    case 'Equals':
      return held === wanted;
    case 'NotEquals':
      return held !== wanted;
    case 'GreaterThan':
      return numeric(held) > moment(wanted);
    case 'GreaterThanOrEqualTo':
      return numeric(held) >= moment(wanted);
    case 'LessThan':
      return numeric(held) < moment(wanted);
    case 'LessThanOrEqualTo':
      return numeric(held) <= moment(wanted);
    default:
      throw new AwsError('ValidationException', `The sandbox does not serve ${operator}`);
  }
}

function numeric(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : NaN;
}

/** A number, or an ISO 8601 date as epoch seconds; the date is UTC when it names no zone. */
function moment(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) / 1000;
}
