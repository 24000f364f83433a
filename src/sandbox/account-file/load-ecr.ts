import { derivedId } from './derived-id.ts';
import { keyReference, type KeyNames } from './key-names.ts';
import {
  arnIn,
  dateOf,
  entriesOf,
  epochSeconds,
  policyDocument,
  regionOf,
  type Loading,
} from './loading.ts';
import type { AccountFile, RegistryFile, RepositoryFile } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { SandboxRegistry, SandboxRepository } from '../world.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

/** The registries of an account; a region that is not in the file has one without repositories. */
export function loadEcr(
  file: AccountFile,
  keys: KeyNames,
  loading: Loading,
): ReadonlyMap<string, SandboxRegistry> {
  return new Map(
    entriesOf(file.ecr).map(([name, registry]) => {
      const path = [...loading.path, 'ecr', name];
      const region = regionOf(loading, name, path);
      return [region, loadRegistry(loading, registry, { region, path, keys })];
    }),
  );
}

interface RegistryPlace {
  readonly region: string;
  readonly path: YamlPath;
  readonly keys: KeyNames;
}

function loadRegistry(
  loading: Loading,
  registry: RegistryFile,
  place: RegistryPlace,
): SandboxRegistry {
  return {
    repositories: entriesOf(registry.repositories).map(([name, repository]) => {
      const path = [...place.path, 'repositories', name];
      return loadRepository(loading, { ...place, path, name, repository });
    }),
    ...(registry.policy !== undefined && { policy: policyDocument(registry.policy) }),
  };
}

interface RepositoryPlace extends RegistryPlace {
  readonly name: string;
  readonly repository: RepositoryFile;
}

function loadRepository(loading: Loading, place: RepositoryPlace): SandboxRepository {
  const { name, repository, region, path } = place;
  const { account } = loading;
  const repositoryArn = arnIn(loading, 'ecr', { region, resource: `repository/${name}` });
  const created = dateOf(
    loading,
    { path: [...path, 'created'], text: repository.created },
    { seed: repositoryArn, days: [100, 600] },
  );
  const domain = loading.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    detail: {
      repositoryArn,
      registryId: account,
      repositoryName: name,
      repositoryUri: `${account}.dkr.ecr.${region}.${domain}/${name}`,
      createdAt: epochSeconds(created),
      imageTagMutability: repository.tagMutability ?? 'MUTABLE',
      imageScanningConfiguration: { scanOnPush: repository.scanOnPush ?? false },
      encryptionConfiguration: encryption(loading, place),
    },
    tags: repository.tags ?? {},
    ...(repository.policy !== undefined && { policy: policyDocument(repository.policy) }),
  };
}

/** Where the file names no key but wants one, it is the key that AWS manages for ECR. */
function encryption(loading: Loading, place: RepositoryPlace): JsonObject {
  const { encryption: given = 'AES256' } = place.repository;
  const words = typeof given === 'string' ? wordsOf(given) : { type: 'KMS', ...given };
  if (words.type === 'AES256') return { encryptionType: 'AES256' };
  const use = { names: place.keys, region: place.region, path: [...place.path, 'encryption'] };
  const key =
    words.key === undefined ? ownKey(loading, place) : keyReference(loading, words.key, use);
  return { encryptionType: words.type, kmsKey: key };
}

function wordsOf(given: string): { readonly type: string; readonly key?: string } {
  return given === 'AES256' || given === 'KMS' ? { type: given } : { type: 'KMS', key: given };
}

function ownKey(loading: Loading, { keys, region }: RegistryPlace): string {
  const known = keys.get(region)?.get('aws/ecr')?.arn;
  const id = derivedId.uuid(`key ${loading.account} ${region} aws/ecr`);
  return known ?? arnIn(loading, 'kms', { region, resource: `key/${id}` });
}
