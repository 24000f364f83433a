import { AwsError } from '../aws-error.ts';
import { findByKey } from '../indexed.ts';
import { objectsIn, textIn } from '../input.ts';
import { encodeDocuments } from './encode-document.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Operations } from '../call.ts';

/** Managed policies one by one, for readers whose list came without a policy's document. */
export const managedPolicyOperations: Operations = {
  GetPolicy: { respond: getPolicy, resource: policyArn, gone: noSuchPolicy },
  GetPolicyVersion: { respond: getPolicyVersion, resource: policyArn, gone: noSuchPolicy },
};

function policyArn(input: JsonObject): string | undefined {
  return textIn(input, 'PolicyArn');
}

/** The reply has everything but the versions. */
function getPolicy(call: Call): JsonObject {
  const members = Object.entries(findPolicy(call));
  return {
    Policy: Object.fromEntries(members.filter(([name]) => name !== 'PolicyVersionList')),
  };
}

function getPolicyVersion(call: Call): JsonObject {
  const wanted = textIn(call.input, 'VersionId');
  const versions = objectsIn(findPolicy(call), 'PolicyVersionList');
  const version = versions.find((one) => textIn(one, 'VersionId') === wanted);
  if (version === undefined) throw noSuchPolicy(call);
  return { PolicyVersion: encodeDocuments(version) };
}

function findPolicy(call: Call): JsonObject {
  const wanted = policyArn(call.input) ?? '';
  const policy = findByKey(call.account.iam.policies, (one) => textIn(one, 'Arn') ?? '', wanted);
  if (policy === undefined) throw noSuchPolicy(call);
  return policy;
}

function noSuchPolicy(call: Call): AwsError {
  const message = `Policy ${policyArn(call.input)} does not exist or is not attachable.`;
  return new AwsError('NoSuchEntity', message, { status: 404 });
}
