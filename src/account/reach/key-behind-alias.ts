import { UserError } from '../../model/user-error.ts';
import { unreadText } from '../access/sourced-policy.ts';
import type { Account } from '../account.ts';

/**
 * ARN of the key that an alias stands for: `alias/NAME`, or its ARN. Undefined for what is no alias.
 * Throws `UserError` if there is no such alias, keys of several regions have it, or it was not read.
 */
export function keyBehindAlias(account: Account, text: string): string | undefined {
  const isBare = text.startsWith('alias/');
  if (!isBare && !/^arn:[^:]*:kms:[^:]*:[^:]*:alias\/./.test(text)) return undefined;
  const regions = isBare ? [...new Set(account.all('kms.key').map(({ region }) => region))] : [''];
  const found = regions.map((region) => account.key(text, region));
  const [key, another] = found.flatMap((one) => (one.found === 'key' ? [one.key.id] : []));
  if (key !== undefined && another !== undefined) {
    throw new UserError(`${text} is in several regions; give the ARN of the key, e.g. ${key}`);
  }
  if (key !== undefined) return key;
  const unknown = found.flatMap((one) => (one.found === 'unknown' ? [one.missing] : []));
  const [missing] = isBare ? [...unknown, ...account.gaps('kms.key')] : unknown;
  if (missing === undefined) throw new UserError(`account ${account.id} has no key ${text}`);
  throw new UserError(`it is not known which key ${text} is: ${unreadText(missing.why)}`);
}
