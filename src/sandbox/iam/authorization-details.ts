import { listIn, numberIn, objectsIn, textIn } from '../input.ts';
import { encodeDocuments } from './encode-document.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context } from '../call.ts';
import type { SandboxIam } from '../world.ts';

const listMember = {
  User: 'UserDetailList',
  Group: 'GroupDetailList',
  Role: 'RoleDetailList',
  LocalManagedPolicy: 'Policies',
  AWSManagedPolicy: 'Policies',
} as const;

type EntityType = keyof typeof listMember;

interface Entity {
  readonly type: EntityType;
  readonly detail: JsonObject;
}

/**
 * GetAccountAuthorizationDetails: one sequence of users, groups, roles and policies cut into pages,
 * so that a page may hold none of a kind although there are more to come.
 */
export function authorizationDetails(call: Call, context: Context): JsonObject {
  const wanted = listIn(call.input, 'Filter');
  const entities = entitiesOf(call.account.iam).filter(
    ({ type }) => wanted.length === 0 || wanted.includes(type),
  );
  const page = context.paginate(entities, {
    token: textIn(call.input, 'Marker'),
    size: numberIn(call.input, 'MaxItems') ?? 100,
  });
  return {
    UserDetailList: detailsFor(page.items, 'UserDetailList'),
    GroupDetailList: detailsFor(page.items, 'GroupDetailList'),
    RoleDetailList: detailsFor(page.items, 'RoleDetailList'),
    Policies: detailsFor(page.items, 'Policies'),
    IsTruncated: page.next !== undefined,
    ...(page.next !== undefined && { Marker: page.next }),
  };
}

function detailsFor(
  entities: readonly Entity[],
  member: (typeof listMember)[EntityType],
): readonly JsonObject[] {
  return entities
    .filter((entity) => listMember[entity.type] === member)
    .map((entity) => encodeDocuments(entity.detail));
}

function entitiesOf(iam: SandboxIam): readonly Entity[] {
  return [
    ...iam.users.map((detail) => ({ type: 'User', detail }) as const),
    ...iam.groups.map((detail) => ({ type: 'Group', detail }) as const),
    ...iam.roles.map((detail) => ({ type: 'Role', detail }) as const),
    ...policiesOf(iam),
  ];
}

/** AWS-managed policies are given only when something is attached to them. */
function policiesOf(iam: SandboxIam): readonly Entity[] {
  const attached = new Set([...iam.users, ...iam.groups, ...iam.roles].flatMap(attachedArns));
  return iam.policies.flatMap((detail): readonly Entity[] => {
    const arn = textIn(detail, 'Arn') ?? '';
    if (!/^arn:[^:]*:iam::aws:/.test(arn)) return [{ type: 'LocalManagedPolicy', detail }];
    return attached.has(arn) ? [{ type: 'AWSManagedPolicy', detail }] : [];
  });
}

function attachedArns(entity: JsonObject): readonly (string | undefined)[] {
  return objectsIn(entity, 'AttachedManagedPolicies').map((policy) => textIn(policy, 'PolicyArn'));
}
