import { parseArn } from '../../model/arn.ts';
import { present } from '../../model/observed.ts';
import { everyField, type Resource } from '../../model/resource.ts';
import { UserError } from '../../model/user-error.ts';
import type { FileValue } from './file-value.ts';
import { notImported } from './imported-iam.ts';
import { importedPolicy } from './imported-policy.ts';
import type { Owner } from './whose-account.ts';

/** A bucket or key and the file with its policy. */
export interface NamedPolicyFile {
  readonly name: string;
  readonly policy: FileValue;
}

/** A bucket of which only the policy is known; its region is not. */
export function importedBucket(
  { account, partition }: Owner,
  { name, policy }: NamedPolicyFile,
): Resource<'s3.bucket'> {
  if (!/^[A-Za-z0-9._-]{3,255}$/.test(name)) {
    throw new UserError(
      `--bucket-policy ${name}: that is not the name of a bucket; write e.g. acme-models=policy.json`,
    );
  }
  return {
    ...everyField('s3.bucket', notImported),
    kind: 's3.bucket',
    id: `arn:${partition}:s3:::${name}`,
    name,
    account,
    region: 'global',
    policy: present(importedPolicy(policy)),
  };
}

/** A key of which only the policy is known; `place` says where it is if its id alone is given. */
export function importedKey(
  place: { readonly owner: Owner; readonly region: string | null },
  { name, policy }: NamedPolicyFile,
): Resource<'kms.key'> {
  const id = keyArn(name, place);
  const { region = '', resource = '' } = parseArn(id) ?? {};
  return {
    ...everyField('kms.key', notImported),
    kind: 'kms.key',
    id,
    name: resource.slice('key/'.length),
    account: place.owner.account,
    region,
    policy: present(importedPolicy(policy)),
  };
}

function keyArn(
  name: string,
  { owner, region }: { readonly owner: Owner; readonly region: string | null },
): string {
  if (/^arn:[^:]+:kms:[^:]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(name)) return name;
  const example = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  if (!/^[A-Za-z0-9-]+$/.test(name)) {
    throw new UserError(`--key-policy ${name}: that is no key; write its ARN, e.g. ${example}`);
  }
  if (region === null) {
    throw new UserError(
      `--key-policy ${name}: an id alone does not say where the key is; add --region, or write its ARN`,
    );
  }
  return `arn:${owner.partition}:kms:${region}:${owner.account}:key/${name}`;
}
