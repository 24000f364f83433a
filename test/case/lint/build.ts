import type { JsonValue } from '../../../src/model/json.ts';
import type { PolicyKind } from '../../../src/policy/lint/finding.ts';

/** A document, and what is found in it. */
export interface LintCase {
  readonly name: string;
  readonly statements: readonly JsonValue[];
  /** `identity` where it is not said. */
  readonly kind?: PolicyKind;
  /** `2012-10-17` where it is not said. */
  readonly version?: string;
  readonly found: readonly (readonly [code: string, at: string])[];
}

export const allow = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::models/*',
} as const;
export const train = {
  Effect: 'Allow',
  Action: 'sagemaker:CreateTrainingJob',
  Resource: '*',
} as const;
export const everyone = { ...allow, Principal: '*' } as const;

/** The statement with one condition. */
export function when(
  statement: Readonly<Record<string, JsonValue>>,
  operator: string,
  key: string,
  value: JsonValue = 'x',
): JsonValue {
  return { ...statement, Condition: { [operator]: { [key]: value } } };
}
