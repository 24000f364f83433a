import { eachStatement, warning, type Check } from './finding.ts';

/** Amazon SageMaker's keys for KMS keys gave way to `…KmsKeyArn` (service authorization reference). */
export const deprecatedKeys: Check = eachStatement((statement, { at }) =>
  statement.conditions
    .filter(({ key }) => isDeprecatedKey(key))
    .map(({ operator, key }) =>
      warning(
        'deprecated-key',
        at(statement, 'Condition', operator, key),
        `${key} is deprecated, and requests may come without it; use ${key}Arn`,
      ),
    ),
);

export function isDeprecatedKey(key: string): boolean {
  return /^sagemaker:\w*KmsKey$/i.test(key);
}
