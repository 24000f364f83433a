import { AwsError } from '../aws-error.ts';
import { numberIn, pick, textIn } from '../input.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context } from '../call.ts';
import type { SandboxObject } from '../world.ts';
import type { ServedType } from './served-type.ts';

const pagingMembers = ['MaxResults', 'NextToken', 'SortBy', 'SortOrder'];
const usualFilters = [
  'NameContains',
  'CreationTimeAfter',
  'CreationTimeBefore',
  'LastModifiedTimeAfter',
  'LastModifiedTimeBefore',
  'StatusEquals',
];

export function listObjects(served: ServedType, call: Call, context: Context): JsonObject {
  refuseUnknownFilters(served, call.input);
  const all = call.account.sagemaker.get(call.region)?.objects[served.type] ?? [];
  const wanted = sorted(
    all.filter((object) => matches(object, served, call.input)),
    call.input,
  );
  const page = context.paginate(wanted, {
    token: textIn(call.input, 'NextToken'),
    size: maxResults(call.input),
  });
  // SageMaker takes a page first and filters by status then, so such a page may be empty.
  const shown = page.items.filter((object) => hasStatus(object, served, call.input));
  return {
    [served.listMember]: shown.map((object) => summaryOf(object, served)),
    ...(page.next !== undefined && { NextToken: page.next }),
  };
}

/** SageMaker's default is 10, its maximum 100. */
export function maxResults(input: JsonObject): number {
  const size = numberIn(input, 'MaxResults') ?? 10;
  if (size >= 1 && size <= 100) return size;
  const message = `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100`;
  throw new AwsError('ValidationException', message);
}

function summaryOf(object: SandboxObject, served: ServedType): JsonObject {
  return { ...pick(object.detail, served.summary), ...served.derived?.(object.detail) };
}

/** A filter that were ignored would make the list a wrong one. */
function refuseUnknownFilters(served: ServedType, input: JsonObject): void {
  const known = [...pagingMembers, ...usualFilters, ...(served.filters ?? [])];
  const unknown = Object.keys(input).find((member) => !known.includes(member));
  if (unknown === undefined) return;
  throw new AwsError('ValidationException', `The sandbox does not serve the filter ${unknown}`);
}

function matches(object: SandboxObject, served: ServedType, input: JsonObject): boolean {
  const { detail } = object;
  const created = numberIn(detail, 'CreationTime') ?? 0;
  const modified = numberIn(detail, 'LastModifiedTime') ?? created;
  const within = (value: number, after: string, before: string) =>
    value > (numberIn(input, after) ?? -Infinity) && value < (numberIn(input, before) ?? Infinity);
  const domain = textIn(input, 'DomainIdEquals');
  return (
    object.name.includes(textIn(input, 'NameContains') ?? '') &&
    within(created, 'CreationTimeAfter', 'CreationTimeBefore') &&
    within(created, 'CreatedAfter', 'CreatedBefore') &&
    within(modified, 'LastModifiedTimeAfter', 'LastModifiedTimeBefore') &&
    (domain === undefined || detail['DomainId'] === domain) &&
    (served.type !== 'ModelPackage' || isWantedPackage(detail, input))
  );
}

/** Without a group only packages that stand alone are listed, unless their type says otherwise. */
function isWantedPackage(detail: JsonObject, input: JsonObject): boolean {
  const group = textIn(input, 'ModelPackageGroupName');
  if (group !== undefined) {
    const name = group.slice(group.lastIndexOf('/') + 1);
    return detail['ModelPackageGroupName'] === name;
  }
  const versioned = typeof detail['ModelPackageGroupName'] === 'string';
  const type = textIn(input, 'ModelPackageType') ?? 'Unversioned';
  return type === 'Both' || versioned === (type === 'Versioned');
}

function hasStatus(object: SandboxObject, served: ServedType, input: JsonObject): boolean {
  const status = textIn(input, 'StatusEquals');
  return status === undefined || object.detail[`${served.type}Status`] === status;
}

function sorted(objects: readonly SandboxObject[], input: JsonObject): readonly SandboxObject[] {
  const by = textIn(input, 'SortBy');
  const order = textIn(input, 'SortOrder');
  if (by === undefined && order === undefined) return objects;
  const sign = order === 'Ascending' ? 1 : -1;
  return [...objects].sort((a, b) => sign * compare(a, b, by));
}

function compare(a: SandboxObject, b: SandboxObject, by: string | undefined): number {
  if (by === 'Name') return a.name < b.name ? -1 : 1;
  const difference =
    (numberIn(a.detail, 'CreationTime') ?? 0) - (numberIn(b.detail, 'CreationTime') ?? 0);
  return difference !== 0 || a.name === b.name ? difference : a.name < b.name ? -1 : 1;
}
