import type { Account } from '../account/account.ts';
import { fullArn } from '../account/reach/asked-pattern.ts';
import { actionFacts, type ResourceType } from '../facts/action-facts.ts';
import { UserError } from '../model/user-error.ts';
import { globMatches } from '../policy/glob.ts';

/**
 * An ARN, `s3://bucket/key`, `role/NAME`, or `*`. Throws `UserError` for anything else, and for a
 * resource that the action is never about: that, too, is a common reason for "access denied".
 */
export function askedResource(account: Account, action: string, text: string): string {
  const resource = fullArn(account, text);
  const types = actionFacts(action)?.resourceTypes ?? [];
  if (types.length === 0 || types.some((type) => isOfType(type, resource))) return resource;
  const wanted = types.map(({ arn }) => arn.replace(/^arn:\*/, `arn:${account.partition}`));
  throw new UserError(`${action} is not for ${text}, but for ${wanted.join(' or ')}`);
}

/** The reference has `arn:*:s3:::*` for a bucket, but there is no slash in a bucket's name. */
function isOfType({ name, service, arn }: ResourceType, resource: string): boolean {
  if (service === 'kms' && /:alias\/./.test(resource)) return true;
  if (!globMatches(arn, resource)) return false;
  if (service !== 's3' || name.endsWith('object')) return true;
  return resource.split('/').length === arn.split('/').length;
}
