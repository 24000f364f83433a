import type { JsonObject } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import type { Fields, Identity, Resource } from '../../src/model/resource.ts';
import { accountId, build, region } from './build.ts';
import { blockOf, bucket, s3Account } from './bucket.ts';
import { noOrganization } from './organization.ts';
import { executionTrust, namedPolicy, policyOf } from './policy.ts';
import { roleWith } from './principal.ts';

/** A bucket whose objects nobody but by policies gets at, and no key encrypts. */
export function closedBucket(
  name: string,
  fields: Partial<Fields<'s3.bucket'>> = {},
): Identity<'s3.bucket'> & Fields<'s3.bucket'> {
  return bucket(
    {
      ownership: present('BucketOwnerEnforced'),
      encryption: present({ algorithm: 'AES256', key: null, bucketKey: false }),
      ...fields,
    },
    name,
  );
}

/** What stands around every answer of the engine: no organisation, and all public access blocked. */
export const settings = [noOrganization, s3Account(blockOf(true))];

/** A role that SageMaker may assume, with one inline policy of these statements. */
export function executionRole(name: string, ...statements: readonly JsonObject[]) {
  return { ...roleWith(name, ...statements), trustPolicy: executionTrust };
}

/** A role that people take through an identity provider. */
export function federatedRole(name: string, ...statements: readonly JsonObject[]) {
  const trust = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${accountId}:saml-provider/IdP` },
    Action: 'sts:AssumeRoleWithSAML',
  };
  return { ...roleWith(name, ...statements), trustPolicy: present(policyOf(trust)) };
}

/** A user with one inline policy of these statements. */
export function userWith(
  name: string,
  ...statements: readonly JsonObject[]
): Identity<'iam.user'> & Fields<'iam.user'> {
  return build(
    'iam.user',
    {
      uniqueId: present(`AIDA${name.toUpperCase().padEnd(17, '0')}`),
      inlinePolicies: present([namedPolicy('own', ...statements)]),
    },
    { id: `arn:aws:iam::${accountId}:user/${name}`, name, region: 'global' },
  );
}

export function allow(action: string | readonly string[], resource = '*'): JsonObject {
  return { Sid: 'Work', Effect: 'Allow', Action: action, Resource: resource };
}

/** A training job by a role of this name, from one place to another. */
export function trainingJob(
  name: string,
  { role, from, to }: { readonly role: string; readonly from: string; readonly to: string },
): Identity<'sagemaker.training-job'> & Fields<'sagemaker.training-job'> {
  return build(
    'sagemaker.training-job',
    {
      executionRole: present(`arn:aws:iam::${accountId}:role/${role}`),
      inputs: present([{ name: 'train', uri: from }]),
      outputUri: present(to),
    },
    { id: sagemakerArn(`training-job/${name}`), name },
  );
}

export function sagemakerArn(resource: string): string {
  return `arn:aws:sagemaker:${region}:${accountId}:${resource}`;
}

/** A repository of images; neither it nor the registry has a policy. */
export function repository(name: string): readonly Resource[] {
  const id = `arn:aws:ecr:${region}:${accountId}:repository/${name}`;
  return [build('ecr.repository', {}, { id, name }), build('ecr.registry')];
}
