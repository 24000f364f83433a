import { awsManagedPolicies } from './aws-managed-policy.ts';
import { awsPolicyArn, type IamNames } from './iam-names.ts';
import { dateOf, entriesOf, isoDate, policyDocument, textOf, type Loading } from './loading.ts';
import { derivedId } from './derived-id.ts';
import type { IamFile, ManagedPolicyFile } from './account-file.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

/** The file's managed policies, and those of AWS's that an entity of the file uses. */
export function loadManagedPolicies(
  file: IamFile,
  {
    names,
    entities,
    loading,
  }: {
    readonly names: IamNames;
    readonly entities: readonly JsonObject[];
    readonly loading: Loading;
  },
): readonly JsonObject[] {
  const uses = countUses(entities);
  const own = entriesOf<ManagedPolicyFile>(file.policies).map(([name, policy]) =>
    ownPolicy(loading, { name, arn: names.policies.get(name) ?? '', policy }),
  );
  const awsManaged = Object.keys(awsManagedPolicies)
    .filter((name) => uses.has(awsPolicyArn(loading, name)))
    .map((name) => awsManagedPolicy(loading, name));
  return [...own, ...awsManaged].map((policy) => {
    const use = uses.get(textOf(policy['Arn'])) ?? { attached: 0, boundaries: 0 };
    return {
      ...policy,
      AttachmentCount: use.attached,
      PermissionsBoundaryUsageCount: use.boundaries,
    };
  });
}

interface Uses {
  attached: number;
  boundaries: number;
}

function countUses(entities: readonly JsonObject[]): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  const count = (arn: JsonValue | undefined, member: keyof Uses) => {
    const use = uses.get(textOf(arn)) ?? { attached: 0, boundaries: 0 };
    use[member] += 1;
    uses.set(textOf(arn), use);
  };
  for (const entity of entities) {
    for (const policy of entity['AttachedManagedPolicies'] as readonly JsonObject[]) {
      count(policy['PolicyArn'], 'attached');
    }
    const boundary = entity['PermissionsBoundary'] as JsonObject | undefined;
    if (boundary !== undefined) count(boundary['PermissionsBoundaryArn'], 'boundaries');
  }
  return uses;
}

function ownPolicy(
  loading: Loading,
  {
    name,
    arn,
    policy,
  }: {
    readonly name: string;
    readonly arn: string;
    readonly policy: Partial<ManagedPolicyFile>;
  },
): JsonObject {
  const path = [...loading.path, 'iam', 'policies', name, 'created'];
  const created = dateOf(loading, { path, text: policy.created }, { seed: arn, days: [100, 600] });
  return {
    PolicyName: name,
    PolicyId: derivedId.unique('ANPA', arn),
    Arn: arn,
    Path: policy.path ?? '/',
    IsAttachable: true,
    ...(policy.description === undefined ? {} : { Description: policy.description }),
    ...versions('v1', policyDocument(policy.document ?? []), isoDate(created)),
  };
}

function awsManagedPolicy(loading: Loading, name: string): JsonObject {
  const { version, statements } = awsManagedPolicies[name] ?? { version: 'v1', statements: [] };
  const slash = name.lastIndexOf('/');
  const arn = awsPolicyArn(loading, name);
  return {
    PolicyName: name.slice(slash + 1),
    PolicyId: derivedId.unique('ANPA', arn),
    Arn: arn,
    Path: slash === -1 ? '/' : `/${name.slice(0, slash)}/`,
    IsAttachable: true,
    ...versions(version, policyDocument(statements), '2017-11-29T19:00:00Z'),
  };
}

function versions(id: string, document: JsonObject, at: string): JsonObject {
  return {
    DefaultVersionId: id,
    CreateDate: at,
    UpdateDate: at,
    PolicyVersionList: [
      { VersionId: id, IsDefaultVersion: true, Document: document, CreateDate: at },
    ],
  };
}
