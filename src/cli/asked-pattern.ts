import type { Account } from '../account/account.ts';
import { actionFacts } from '../facts/action-facts.ts';
import { UserError } from '../model/user-error.ts';
import { areasOf } from '../reach/access/area.ts';
import { fullArn } from './asked-resource.ts';

/**
 * An ARN, `s3://bucket/prefix`, `role/NAME` or `*`, with `*` and `?` for any text. A bucket stands for
 * its objects where the action is about objects alone. Throws `UserError` for anything else, and for
 * resources that the action is never about.
 */
export function askedPattern(account: Account, action: string, text: string): string {
  const pattern = fullArn(account, text);
  if (areasOf(action, [pattern]).list.length > 0) return pattern;
  const below = `${pattern}/*`;
  const isBucket = /^arn:[^:]*:s3:::[^/]+$/.test(pattern);
  if (isBucket && areasOf(action, [below]).list.length > 0) return below;
  const types = actionFacts(action)?.resourceTypes ?? [];
  const wanted = types.map(({ arn }) => arn.replace(/^arn:\*/, `arn:${account.partition}`));
  throw new UserError(`${action} is not for ${text}, but for ${wanted.join(' or ')}`);
}
