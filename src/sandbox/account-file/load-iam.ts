import {
  arnIn,
  createDate,
  dateOf,
  entriesOf,
  isoDate,
  policyDocument,
  tagList,
  type Loading,
} from './loading.ts';
import { credentialReport } from './credential-report.ts';
import { derivedId } from './derived-id.ts';
import { identityProviders } from './identity-provider.ts';
import { loadManagedPolicies } from './load-policy.ts';
import { policyReference, type IamNames, type NameUse } from './iam-names.ts';
import { suggest } from '../../yaml/problems.ts';
import { trustPolicy } from './trust-policy.ts';
import type { EntityFile, IamFile, RoleFile, UserFile } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { SandboxIam } from '../world.ts';

export function loadIam(
  file: IamFile,
  {
    names,
    alias,
    loading,
  }: {
    readonly names: IamNames;
    readonly alias: string | undefined;
    readonly loading: Loading;
  },
): SandboxIam {
  const at = (section: string, name: string): NameUse => ({
    names,
    path: [...loading.path, 'iam', section, name],
  });
  const users = entriesOf(file.users).map(([name, user]) =>
    loadUser(loading, { name, user, use: at('users', name) }),
  );
  const groups = entriesOf(file.groups).map(([name, group]) =>
    loadGroup(loading, { name, group, use: at('groups', name) }),
  );
  const roles = entriesOf<RoleFile>(file.roles).map(([name, role]) =>
    loadRole(loading, { name, role, use: at('roles', name) }),
  );
  return {
    aliases: alias === undefined ? [] : [alias],
    passwordPolicy: passwordPolicy(file.passwordPolicy),
    credentialReport: credentialReport(file, users, loading),
    users,
    groups,
    roles,
    policies: loadManagedPolicies(file, {
      names,
      entities: [...users, ...groups, ...roles],
      loading,
    }),
    ...identityProviders(file, names, loading),
  };
}

function loadUser(
  loading: Loading,
  { name, user, use }: { readonly name: string; readonly user: UserFile; readonly use: NameUse },
): JsonObject {
  const arn = use.names.users.get(name) ?? '';
  for (const [index, group] of (user.groups ?? []).entries()) {
    if (use.names.groups.has(group)) continue;
    const mend = suggest(group, use.names.groups.keys());
    loading.problems.add([...use.path, 'groups', index], `there is no group "${group}"; ${mend}`);
  }
  return {
    Path: user.path ?? '/',
    UserName: name,
    UserId: derivedId.unique('AIDA', arn),
    Arn: arn,
    CreateDate: createDate(loading, user, { arn, path: use.path }),
    UserPolicyList: inlinePolicies(user),
    GroupList: user.groups ?? [],
    AttachedManagedPolicies: attachedPolicies(loading, user, use),
    ...boundary(loading, user.boundary, use),
    Tags: tagList(user.tags),
  };
}

function loadGroup(
  loading: Loading,
  {
    name,
    group,
    use,
  }: { readonly name: string; readonly group: EntityFile; readonly use: NameUse },
): JsonObject {
  const arn = use.names.groups.get(name) ?? '';
  return {
    Path: group.path ?? '/',
    GroupName: name,
    GroupId: derivedId.unique('AGPA', arn),
    Arn: arn,
    CreateDate: createDate(loading, group, { arn, path: use.path }),
    GroupPolicyList: inlinePolicies(group),
    AttachedManagedPolicies: attachedPolicies(loading, group, use),
  };
}

function loadRole(
  loading: Loading,
  {
    name,
    role,
    use,
  }: {
    readonly name: string;
    readonly role: Partial<RoleFile>;
    readonly use: NameUse;
  },
): JsonObject {
  const arn = use.names.roles.get(name) ?? '';
  const createdAt = createDate(loading, role, { arn, path: use.path });
  const trust = { ...use, path: [...use.path, 'trust'] };
  const used = role.lastUsed;
  const usedAt = { path: [...use.path, 'lastUsed'], text: used };
  const profiles = role.instanceProfiles ?? [];
  return {
    Path: role.path ?? '/',
    RoleName: name,
    RoleId: derivedId.unique('AROA', arn),
    Arn: arn,
    CreateDate: createdAt,
    AssumeRolePolicyDocument: trustPolicy(loading, role.trust ?? [], trust),
    InstanceProfileList: profiles.map((profile) => instanceProfile(loading, profile, createdAt)),
    RolePolicyList: inlinePolicies(role),
    AttachedManagedPolicies: attachedPolicies(loading, role, use),
    ...boundary(loading, role.boundary, use),
    Tags: tagList(role.tags),
    RoleLastUsed:
      used === undefined
        ? {}
        : {
            LastUsedDate: isoDate(dateOf(loading, usedAt, { seed: arn, days: [0, 1] })),
            Region: loading.regions[0] ?? '',
          },
  };
}

function inlinePolicies(entity: EntityFile): readonly JsonObject[] {
  return Object.entries(entity.inline ?? {}).map(([name, policy]) => ({
    PolicyName: name,
    PolicyDocument: policyDocument(policy),
  }));
}

function attachedPolicies(
  loading: Loading,
  entity: EntityFile,
  use: NameUse,
): readonly JsonObject[] {
  return (entity.policies ?? []).map((given, index) => {
    const path = [...use.path, 'policies', index];
    const arn = policyReference(loading, given, { ...use, path });
    return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
  });
}

function boundary(loading: Loading, given: string | undefined, use: NameUse): JsonObject {
  if (given === undefined) return {};
  const arn = policyReference(loading, given, { ...use, path: [...use.path, 'boundary'] });
  return {
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn },
  };
}

function instanceProfile(loading: Loading, name: string, createdAt: string): JsonObject {
  const arn = arnIn(loading, 'iam', { resource: `instance-profile/${name}` });
  return {
    Path: '/',
    InstanceProfileName: name,
    InstanceProfileId: derivedId.unique('AIPA', arn),
    Arn: arn,
    CreateDate: createdAt,
    Roles: [],
  };
}

/** What AWS gives back for members that were not set; null where there is no policy. */
function passwordPolicy(given: JsonObject | undefined): JsonObject | null {
  if (given === undefined) return null;
  return {
    MinimumPasswordLength: 8,
    RequireSymbols: false,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: given['MaxPasswordAge'] !== undefined,
    ...given,
  };
}
