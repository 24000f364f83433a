import { checkSchema } from '../yaml/check-schema.ts';
import { iamNames } from './account-file/iam-names.ts';
import { keyNames } from './account-file/key-names.ts';
import { loadEcr } from './account-file/load-ecr.ts';
import { loadIam } from './account-file/load-iam.ts';
import { loadKms } from './account-file/load-kms.ts';
import { loadOrganization } from './account-file/load-organization.ts';
import { loadS3 } from './account-file/load-s3.ts';
import { loadSageMaker } from './account-file/load-sagemaker.ts';
import { Problems } from '../yaml/problems.ts';
import { readYaml } from '../yaml/yaml-source.ts';
import { worldSchema } from './account-schema.ts';
import type { AccountFile, WorldFile } from './account-file/account-file.ts';
import type { Loading } from './account-file/loading.ts';
import type { YamlPath } from '../yaml/yaml-source.ts';
import type { SandboxAccount, World } from './world.ts';

/**
 * The accounts that an account file describes; dates such as "40 days ago" count back from `now`.
 * @throws UserError that names, for everything wrong, file, line, column, place and mend.
 */
export function loadWorld(
  text: string,
  { file, now }: { readonly file: string; readonly now: Date },
): World {
  const source = readYaml(text, file);
  const problems = new Problems(source, file);
  checkSchema(worldSchema, source.value, problems);
  problems.throwIfAny();
  // The schema has just said that it is one.
  return buildWorld(source.value as WorldFile, { now, problems });
}

/**
 * The accounts of a file that is known to keep to the schema.
 * @throws UserError when a reference leads nowhere or a date is none.
 */
export function buildWorld(
  file: WorldFile,
  { now, problems }: { readonly now: Date; readonly problems: Problems },
): World {
  const accounts = new Map<string, SandboxAccount>();
  for (const { account, path } of accountsOf(file)) {
    if (accounts.has(account.id)) {
      problems.add([...path, 'id'], `there is an account "${account.id}" already`);
    }
    const partition = account.partition ?? 'aws';
    const regions = account.regions ?? ['us-east-1'];
    const loading = { account: account.id, partition, regions, now, path, problems };
    accounts.set(account.id, loadAccount(account, loading));
  }
  problems.throwIfAny();
  return { accounts, now };
}

interface PlacedAccount {
  readonly account: AccountFile;
  readonly path: YamlPath;
}

function accountsOf(world: WorldFile): readonly PlacedAccount[] {
  if (!('accounts' in world)) return [{ account: world, path: [] }];
  return world.accounts.map((account, index) => ({ account, path: ['accounts', index] }));
}

function loadAccount(file: AccountFile, loading: Loading): SandboxAccount {
  const iam = iamNames(file.iam ?? {}, loading);
  const names = { iam, keys: keyNames(file, loading) };
  return {
    id: file.id,
    partition: loading.partition,
    regions: loading.regions,
    iam: loadIam(file.iam ?? {}, { names: iam, alias: file.alias, loading }),
    s3: loadS3(file.s3 ?? {}, names.keys, loading),
    kms: loadKms(file, names, loading),
    ecr: loadEcr(file, names.keys, loading),
    organization: loadOrganization(file.organization, loading),
    sagemaker: loadSageMaker(file, names, loading),
  };
}
