import { actionFacts } from '../../facts/action-facts.ts';
import { UserError } from '../../model/user-error.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';

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

/** The ARN behind `s3://…` or `role/NAME`; ARNs and `*` stay. Throws `UserError` for anything else. */
export function fullArn(account: Account, text: string): string {
  const [, bucket, rest = ''] = /^s3:\/\/([^/]+)(\/.*)?$/s.exec(text) ?? [];
  if (bucket !== undefined) {
    return `arn:${account.partition}:s3:::${bucket}${rest === '/' ? '' : rest}`;
  }
  const name = /^role\/(?:.*\/)?([^/]+)$/.exec(text)?.[1];
  const role = account.all('iam.role').find((one) => one.name === name);
  if (role !== undefined) return role.id;
  if (text === '*' || /^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+$/s.test(text)) return text;
  throw new UserError(`${text} is no resource; give an ARN, s3://bucket/key, or * for none`);
}
