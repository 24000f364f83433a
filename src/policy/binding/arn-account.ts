import type { Operator } from '../operator.ts';
import { parseArn } from '../../model/arn.ts';

/**
 * The one account that every ARN matched by a condition value belongs to; `undefined` when the
 * pattern admits several. `Arn…` operators compare the six parts one by one, while under
 * `StringLike` a `*` runs across colons, so nothing before the account may be a wildcard.
 */
export function accountOfPattern(value: string, operator: Operator): string | undefined {
  const arn = parseArn(value);
  if (arn === undefined || !/^\d{12}$/.test(arn.account)) return undefined;
  const partByPart = operator.base === 'ArnEquals' || operator.base === 'ArnLike';
  const before = `${arn.partition}${arn.service}${arn.region}`;
  return partByPart || !hasWildcard(before) ? arn.account : undefined;
}

/** Wildcards and policy variables: what AWS calls "not a fixed value". */
export function hasWildcard(value: string): boolean {
  return /[*?]|\$\{/.test(value);
}
