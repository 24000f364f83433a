import { arnIn, type Loading } from './loading.ts';
import { awsManagedPolicies } from './aws-managed-policy.ts';
import { suggest } from '../../yaml/problems.ts';
import type { IamFile } from './account-file.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

/** ARNs of the IAM entities of the file by name. */
export interface IamNames {
  readonly users: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly policies: ReadonlyMap<string, string>;
  /** OIDC and SAML providers. */
  readonly providers: ReadonlyMap<string, string>;
}

type WithPath = { readonly path?: string };

export function iamNames(file: IamFile, loading: Loading): IamNames {
  const arns = (
    entities: { readonly [name: string]: WithPath | object | null } | null | undefined,
    kind: string,
  ): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(entities ?? {}).map(([name, entity]) => {
        const path = (entity as WithPath | null)?.path ?? '/';
        return [name, arnIn(loading, 'iam', { resource: kind + path + name })];
      }),
    );
  return {
    users: arns(file.users, 'user'),
    groups: arns(file.groups, 'group'),
    roles: arns(file.roles, 'role'),
    policies: arns(file.policies, 'policy'),
    providers: new Map([
      ...arns(file.oidcProviders, 'oidc-provider'),
      ...arns(file.samlProviders, 'saml-provider'),
    ]),
  };
}

export interface NameUse {
  readonly names: IamNames;
  readonly path: YamlPath;
}

/** The ARN of a role given by name; an ARN stays as it is, be there such a role or not. */
export function roleReference(loading: Loading, given: string, use: NameUse): string {
  if (given === '' || given.startsWith('arn:')) return given;
  const arn = use.names.roles.get(given);
  if (arn !== undefined) return arn;
  const mend = suggest(given, use.names.roles.keys());
  loading.problems.add(use.path, `there is no role "${given}"; ${mend}`);
  return given;
}

/** The ARN of a managed policy: one of the file, or one of AWS's that the sandbox knows. */
export function policyReference(loading: Loading, given: string, use: NameUse): string {
  const arn = use.names.policies.get(given);
  if (arn !== undefined) return arn;
  const name = given.replace(/^arn:[a-z-]+:iam::aws:policy\//, '');
  if (Object.hasOwn(awsManagedPolicies, name)) return awsPolicyArn(loading, name);
  if (given.startsWith('arn:') && name === given) return given;
  const mend = suggest(given, [...use.names.policies.keys(), ...Object.keys(awsManagedPolicies)]);
  loading.problems.add(use.path, `there is no managed policy "${given}"; ${mend}`);
  return given;
}

export function awsPolicyArn(loading: Loading, name: string): string {
  return `arn:${loading.partition}:iam::aws:policy/${name}`;
}
