import { accountOperations } from './account-regions.ts';
import { ecrOperations } from './ecr.ts';
import { iamOperations } from './iam/iam-operations.ts';
import { kmsOperations } from './kms.ts';
import { organizationsOperations } from './organizations.ts';
import { s3ControlOperations } from './s3/s3-control-operations.ts';
import { s3Operations } from './s3/s3-operations.ts';
import { sagemakerOperations } from './sagemaker/sagemaker-operations.ts';
import { stsOperations } from './sts.ts';
import type { Operation, Operations, Service } from './call.ts';

const served: { readonly [S in Service]: Operations } = {
  sts: stsOperations,
  account: accountOperations,
  iam: iamOperations,
  s3: s3Operations,
  s3control: s3ControlOperations,
  kms: kmsOperations,
  ecr: ecrOperations,
  organizations: organizationsOperations,
  sagemaker: sagemakerOperations,
};

/** Ids of all operations that the sandbox serves, e.g. `sagemaker:ListModels`. */
export const servedOperations: readonly string[] = Object.entries(served).flatMap(
  ([service, operations]) => Object.keys(operations).map((name) => `${service}:${name}`),
);

export function operationOf(service: Service, name: string): Operation | undefined {
  const operations = Object.hasOwn(served, service) ? served[service] : {};
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}
