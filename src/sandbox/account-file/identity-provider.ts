import { createDate, dateOf, entriesOf, isoDate, tagList, type Loading } from './loading.ts';
import { derivedId } from './derived-id.ts';
import type { IamFile } from './account-file.ts';
import type { IamNames } from './iam-names.ts';
import type { JsonObject } from '../../model/json.ts';
import type { SandboxIam } from '../world.ts';

export function identityProviders(
  file: IamFile,
  names: IamNames,
  loading: Loading,
): Pick<SandboxIam, 'oidcProviders' | 'samlProviders'> {
  return {
    oidcProviders: oidcProviders(file, names, loading),
    samlProviders: samlProviders(file, names, loading),
  };
}

function oidcProviders(file: IamFile, names: IamNames, loading: Loading): readonly JsonObject[] {
  return entriesOf(file.oidcProviders).map(([name, provider]) => {
    const arn = names.providers.get(name) ?? '';
    const path = [...loading.path, 'iam', 'oidcProviders', name];
    return {
      Arn: arn,
      Url: name,
      ClientIDList: provider.clientIds ?? ['sts.amazonaws.com'],
      ThumbprintList: provider.thumbprints ?? [derivedId.hex(40, arn)],
      CreateDate: createDate(loading, provider, { arn, path }),
      Tags: tagList(provider.tags),
    };
  });
}

function samlProviders(file: IamFile, names: IamNames, loading: Loading): readonly JsonObject[] {
  return entriesOf(file.samlProviders).map(([name, provider]) => {
    const arn = names.providers.get(name) ?? '';
    const path = [...loading.path, 'iam', 'samlProviders', name];
    const until = { path: [...path, 'validUntil'], text: provider.validUntil };
    return {
      Arn: arn,
      SAMLMetadataDocument: provider.metadata ?? `<EntityDescriptor entityID="${name}"/>`,
      CreateDate: createDate(loading, provider, { arn, path }),
      ValidUntil: isoDate(dateOf(loading, until, { seed: arn, days: [-700, -300] })),
      Tags: tagList(provider.tags),
    };
  });
}
