import type { JsonObject } from '../model/json.ts';
import type { Collector } from './collector.ts';
import { declaredOperations } from './declared-operation.ts';

/**
 * What the auditor must never read, whatever else is attached to it: AWS's ReadOnlyAccess grants
 * s3:Get*, so a later broad Allow must not turn the auditor into a reader of data.
 */
const neverRead = [
  'kms:Decrypt',
  's3:GetObject*',
  'sagemaker:CreatePresigned*',
  'sagemaker:InvokeEndpoint*',
];

/** The least policy that lets `collectors` read everything they declare. */
export function readOnlyPolicy(collectors: readonly Collector[]): JsonObject {
  const actions = [...new Set(declaredOperations(collectors).values())].sort();
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'LeastwiseReads', Effect: 'Allow', Action: actions, Resource: '*' },
      { Sid: 'LeastwiseNeverReadsData', Effect: 'Deny', Action: neverRead, Resource: '*' },
    ],
  };
}
