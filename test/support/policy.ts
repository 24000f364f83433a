import { canonicalJson, sha256 } from '../../src/model/canonical.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import type { NamedPolicy, PolicyText } from '../../src/model/policy.ts';
import { accountId } from './build.ts';

/** A policy of version 2012-10-17 with these statements. */
export function policyOf(...statements: readonly JsonValue[]): PolicyText {
  return textOf({ Version: '2012-10-17', Statement: statements });
}

export function textOf(document: JsonValue): PolicyText {
  return { document, sha256: sha256(canonicalJson(document)) };
}

export function namedPolicy(name: string, ...statements: readonly JsonValue[]): NamedPolicy {
  return { name, ...policyOf(...statements) };
}

/** A trust statement for SageMaker, bound to the account; members can be replaced. */
export function sageMakerTrust(changes: JsonObject = {}): JsonObject {
  return {
    Effect: 'Allow',
    Principal: { Service: 'sagemaker.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
    ...changes,
  };
}

/** The `trustPolicy` field of an execution role. */
export const executionTrust = present(policyOf(sageMakerTrust()));

/** What identifies the role that SageMaker Studio makes for itself. */
export const serviceLinked = {
  id: `arn:aws:iam::${accountId}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`,
  name: 'AWSServiceRoleForAmazonSageMakerNotebooks',
} as const;

/** The `trustPolicy` field of a role that a person takes. */
export const humanTrust = present(
  policyOf({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: 'sts:AssumeRole',
  }),
);
