import { AwsError } from '../aws-error.ts';
import { findByKey } from '../indexed.ts';
import { numberIn, tagList, textIn } from '../input.ts';
import { listObjects } from './list-objects.ts';
import { search } from './search.ts';
import { servedTypes, type ServedType } from './served-type.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context, Operation, Operations } from '../call.ts';
import type { SageMakerType, SandboxObject } from '../world.ts';

export const sagemakerOperations: Operations = {
  ...Object.fromEntries(servedTypes.map((served) => [served.list, listOperation(served)])),
  ...Object.fromEntries(servedTypes.map((served) => [served.describe, describeOperation(served)])),
  GetModelPackageGroupPolicy: {
    respond: getGroupPolicy,
    resource: (input) => textIn(input, 'ModelPackageGroupName'),
    gone: (call) => noSuchGroup(call),
  },
  ListTags: {
    respond: listTags,
    resource: (input) => textIn(input, 'ResourceArn'),
    gone: noSuchArn,
    pages: true,
  },
  Search: { respond: search, pages: true },
};

function listOperation(served: ServedType): Operation {
  return { respond: (call, context) => listObjects(served, call, context), pages: true };
}

function describeOperation(served: ServedType): Operation {
  return {
    respond: (call) => {
      const id = idIn(served, call.input);
      const found = id === undefined ? undefined : findObject(call, served.type, id);
      if (found === undefined) throw noSuchObject(served, call);
      return found.detail;
    },
    resource: (input) => idIn(served, input),
    gone: (call) => noSuchObject(served, call),
  };
}

/** `d-abc/alice` of a user profile; undefined when a member is missing. */
function idIn(served: ServedType, input: JsonObject): string | undefined {
  const parts = served.id.map((member) => textIn(input, member));
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/** By name or by ARN. */
function findObject(call: Call, type: SageMakerType, id: string): SandboxObject | undefined {
  const objects = call.account.sagemaker.get(call.region)?.objects[type] ?? [];
  if (id.startsWith('arn:')) return objects.find(({ arn }) => arn === id);
  return findByKey(objects, ({ name }) => name, id);
}

function noSuchObject(served: ServedType, call: Call): AwsError {
  const id = idIn(served, call.input);
  if (id === undefined) {
    const message = `1 validation error detected: ${served.id.join(' and ')} must not be null`;
    return new AwsError('ValidationException', message);
  }
  if (served.missing === undefined) {
    return new AwsError('ResourceNotFound', `${served.type} ${id} was not found.`);
  }
  return new AwsError(
    'ValidationException',
    served.missing.replace('ID', () => id),
  );
}

function getGroupPolicy(call: Call): JsonObject {
  const name = textIn(call.input, 'ModelPackageGroupName') ?? '';
  const group = findObject(call, 'ModelPackageGroup', name);
  if (group === undefined) throw noSuchGroup(call);
  if (group.policy !== undefined) return { ResourcePolicy: JSON.stringify(group.policy) };
  const message = `Cannot find resource policy for: ${group.arn}`;
  throw new AwsError('ValidationException', message);
}

function noSuchGroup(call: Call): AwsError {
  const name = textIn(call.input, 'ModelPackageGroupName') ?? '';
  return new AwsError('ValidationException', `ModelPackageGroup ${name} does not exist.`);
}

function listTags(call: Call, context: Context): JsonObject {
  const arn = textIn(call.input, 'ResourceArn');
  const lists = Object.values(call.account.sagemaker.get(call.region)?.objects ?? {});
  const found = lists.map((list) => list.find((object) => object.arn === arn)).find(Boolean);
  if (found === undefined) throw noSuchArn(call);
  const page = context.paginate(tagList(found.tags), {
    token: textIn(call.input, 'NextToken'),
    size: numberIn(call.input, 'MaxResults') ?? 50,
  });
  return { Tags: page.items, ...(page.next !== undefined && { NextToken: page.next }) };
}

function noSuchArn(call: Call): AwsError {
  const arn = textIn(call.input, 'ResourceArn') ?? '';
  return new AwsError('ValidationException', `Could not find resource "${arn}".`);
}
