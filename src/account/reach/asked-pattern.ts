import { actionFacts } from '../../facts/action-facts.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { UserError } from '../../model/user-error.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';
import { keyBehindAlias } from './key-behind-alias.ts';

/**
 * An ARN, `s3://bucket/prefix`, `role/NAME`, `alias/NAME` or `*`, with `*` and `?` for any text. A
 * bucket stands for its objects where the action is about objects alone, an alias for its key. Throws
 * `UserError` for anything else, and for resources that the action is never about.
 */
export function askedPattern(account: Account, action: string, text: string): string {
  const pattern = fullArn(account, text);
  const isFor = (one: string): boolean => areasOf(action, [one]).list.length > 0;
  if (isFor(pattern)) return pattern;
  const below = `${pattern}/*`;
  const isBucket = /^arn:[^:]*:s3:::[^/]+$/.test(pattern);
  if (isBucket && isFor(below)) return below;
  const key = keyBehindAlias(account, pattern);
  if (key !== undefined && isFor(key)) return key;
  const types = actionFacts(action)?.resourceTypes ?? [];
  const wanted = types.map(({ arn }) => arn.replace(/^arn:\*/, `arn:${account.partition}`));
  throw new UserError(`${action} is not for ${text}, but for ${wanted.join(' or ')}`);
}

/**
 * The ARN behind `s3://…`, `role/NAME` or `alias/NAME`; ARNs and `*` stay. Throws `UserError` for
 * anything else.
 */
export function fullArn(account: Account, text: string): string {
  const [, bucket, rest = ''] = /^s3:\/\/([^/]+)(\/.*)?$/s.exec(text) ?? [];
  if (bucket !== undefined) {
    return `arn:${account.partition}:s3:::${bucket}${rest === '/' ? '' : rest}`;
  }
  const name = /^role\/(?:.*\/)?([^/]+)$/.exec(text)?.[1];
  if (name !== undefined) return roleNamed(account, name);
  const key = text.startsWith('alias/') ? keyBehindAlias(account, text) : undefined;
  if (key !== undefined) return key;
  if (text === '*' || /^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+$/s.test(text)) return text;
  throw new UserError(`${text} is no resource; give an ARN, s3://bucket/key, or * for none`);
}

function roleNamed(account: Account, name: string): string {
  const roles = account.all('iam.role');
  const role = roles.find((one) => one.name === name);
  if (role !== undefined) return role.id;
  const near = didYouMean(
    name,
    roles.map((one) => one.name),
  );
  const isComplete = account.gaps('iam.role').length === 0;
  const hint = near === undefined ? 'give its ARN' : `did you mean role/${near}?`;
  throw new UserError(
    `${isComplete ? `account ${account.id}` : 'the snapshot'} has no role ${name}; ${hint}`,
  );
}
