import { derivedId } from './derived-id.ts';
import { arnIn, dateOf, entriesOf, epochSeconds, policyDocument, type Loading } from './loading.ts';
import { roleReference, type IamNames } from './iam-names.ts';
import type { AccountFile, GrantFile, KeyFile } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { KeyName, KeyNames } from './key-names.ts';
import type { SandboxKey } from '../world.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

/** Names that every part of the account may refer to. */
export interface AccountNames {
  readonly iam: IamNames;
  readonly keys: KeyNames;
}

export function loadKms(
  file: AccountFile,
  names: AccountNames,
  loading: Loading,
): ReadonlyMap<string, readonly SandboxKey[]> {
  return new Map(
    Object.entries(file.kms ?? {}).map(([region, keys]) => [
      region,
      entriesOf(keys).flatMap(([name, key]) => {
        const known = names.keys.get(region)?.get(name);
        if (known === undefined) return [];
        const path = [...loading.path, 'kms', region, name];
        return [loadKey(loading, { name, region, key, known, path, iam: names.iam })];
      }),
    ]),
  );
}

interface KeyPlace {
  readonly name: string;
  readonly region: string;
  readonly key: KeyFile;
  readonly known: KeyName;
  readonly path: YamlPath;
  readonly iam: IamNames;
}

function loadKey(loading: Loading, place: KeyPlace): SandboxKey {
  const { name, key, known } = place;
  return {
    metadata: metadata(loading, place),
    policy: key.policy === undefined ? defaultPolicy(loading, name) : policyDocument(key.policy),
    grants: (key.grants ?? []).map((grant, index) => loadGrant(loading, place, { grant, index })),
    rotation: rotation(loading, place),
    aliases: known.aliases,
    tags: key.tags ?? {},
  };
}

/** A name such as `aws/s3` makes the key that AWS manages for a service. */
function isAwsManaged(name: string): boolean {
  return name.startsWith('aws/');
}

function metadata(loading: Loading, place: KeyPlace): JsonObject {
  const { name, key, known, path } = place;
  const created = dateOf(
    loading,
    { path: [...path, 'created'], text: key.created },
    { seed: known.arn, days: [200, 700] },
  );
  const spec = key.spec ?? 'SYMMETRIC_DEFAULT';
  const state = key.state ?? (key.deletion === undefined ? 'Enabled' : 'PendingDeletion');
  return {
    AWSAccountId: loading.account,
    KeyId: known.id,
    Arn: known.arn,
    CreationDate: epochSeconds(created),
    Enabled: state === 'Enabled',
    Description: key.description ?? '',
    KeyUsage: key.usage ?? 'ENCRYPT_DECRYPT',
    KeyState: state,
    ...(state === 'PendingDeletion' ? { DeletionDate: deletionDate(loading, place) } : {}),
    Origin: key.origin ?? 'AWS_KMS',
    KeyManager: isAwsManaged(name) ? 'AWS' : 'CUSTOMER',
    CustomerMasterKeySpec: spec,
    KeySpec: spec,
    ...(spec === 'SYMMETRIC_DEFAULT' ? { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] } : {}),
    MultiRegion: key.multiRegion ?? known.id.startsWith('mrk-'),
  };
}

function deletionDate(loading: Loading, { key, known, path }: KeyPlace): number {
  const text = key.deletion ?? 'in 20 days';
  const at = { path: [...path, 'deletion'], text };
  return epochSeconds(dateOf(loading, at, { seed: known.arn, days: [-20, -8] }));
}

/** Asymmetric and HMAC keys and keys of foreign origin do not rotate: KMS refuses to say. */
function rotation(loading: Loading, { name, key, known }: KeyPlace): JsonObject | null {
  const symmetric = (key.spec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  if (!symmetric || (key.origin ?? 'AWS_KMS') !== 'AWS_KMS') return null;
  const given = key.rotation ?? isAwsManaged(name);
  const enabled = given !== false;
  const days = typeof given === 'number' ? given : 365;
  const next = Math.floor(loading.now.getTime() / 1000) + (days - 30) * 86_400;
  return {
    KeyId: known.arn,
    KeyRotationEnabled: enabled,
    ...(enabled ? { RotationPeriodInDays: days, NextRotationDate: next } : {}),
  };
}

/** The policies that the console gives a new key and that AWS gives its own keys. */
function defaultPolicy(loading: Loading, name: string): JsonObject {
  const account = loading.account;
  const root = arnIn(loading, 'iam', { resource: 'root' });
  if (!isAwsManaged(name)) {
    return policyDocument([
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: root },
        Action: 'kms:*',
        Resource: '*',
      },
    ]);
  }
  return policyDocument([
    {
      Sid: `Allow access through ${name.slice(4)} for all principals in the account`,
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:CallerAccount': account },
        StringLike: { 'kms:ViaService': `${name.slice(4)}.*.amazonaws.com` },
      },
    },
  ]);
}

function loadGrant(
  loading: Loading,
  place: KeyPlace,
  { grant, index }: { readonly grant: GrantFile; readonly index: number },
): JsonObject {
  const { known, iam } = place;
  const path = [...place.path, 'grants', index];
  const seed = `grant ${known.arn} ${index}`;
  const principal = (text: string, member: string) =>
    text.endsWith('.amazonaws.com')
      ? text
      : roleReference(loading, text, { names: iam, path: [...path, member] });
  const created = dateOf(loading, { path, text: undefined }, { seed, days: [10, 190] });
  return {
    KeyId: known.arn,
    GrantId: derivedId.hex(64, seed),
    Name: grant.name ?? '',
    CreationDate: epochSeconds(created),
    GranteePrincipal: principal(grant.grantee, 'grantee'),
    ...(grant.retiring === undefined
      ? {}
      : { RetiringPrincipal: principal(grant.retiring, 'retiring') }),
    IssuingAccount: arnIn(loading, 'iam', { resource: 'root' }),
    Operations: grant.operations,
    ...(grant.constraints === undefined ? {} : { Constraints: grant.constraints }),
  };
}
