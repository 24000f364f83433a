import type { Account } from '../../src/account/account.ts';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared, type Inputs } from '../../src/model/inputs.ts';
import { present } from '../../src/model/observed.ts';
import type { Fields, Kind, Resource } from '../../src/model/resource.ts';
import type { Container } from '../../src/model/resource/field.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import { accountId, build, region, snapshotOf } from './build.ts';

/** A resource of SageMaker by its name; all that is not given is absent. */
export function named<K extends Kind>(
  kind: K,
  name: string,
  fields: Partial<Fields<K>> = {},
): Resource {
  const id = `arn:aws:sagemaker:${region}:${accountId}:${kind.slice('sagemaker.'.length)}/${name}`;
  return build(kind, fields, { name, id }) as unknown as Resource;
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

export function byRole(name: string) {
  return { executionRole: present(roleArn(name)) };
}

export function container(given: Partial<Container>): Container {
  return {
    image: null,
    modelDataUrl: null,
    modelPackage: null,
    repositoryAccess: null,
    environment: { keys: [], secrets: [] },
    codeUri: null,
    additionalData: [],
    ...given,
  };
}

export function accountWith(
  resources: readonly Resource[],
  inputs: Partial<Inputs> = {},
  universes?: readonly Universe[],
): Account {
  return openAccount(snapshotOf(resources, universes), { ...undeclared, ...inputs });
}
