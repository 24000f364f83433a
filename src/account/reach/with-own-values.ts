import { parsePrincipalName } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { ownSideKeys, ownSubject } from './own-side-keys.ts';

/**
 * A value of `Resource` with what every request of a role or user (ARN) has in place of the variables,
 * e.g. its tags. Variables that may be several things stay.
 */
export function withOwnValues(account: Account, arn: string, value: string): string {
  if (!value.includes('${')) return value;
  const principal = parsePrincipalName(arn);
  const subject = principal && ownSubject(account, principal);
  if (subject === undefined) return value;
  const { domainOf } = ownSideKeys(account, subject);
  return value.replaceAll(variable, (text, key: string, fallback?: string) => {
    const domain = domainOf(key.toLowerCase());
    return domain?.is === 'fixed' ? (domain.values?.[0] ?? fallback ?? text) : text;
  });
}

/** With its default value, if it has one. */
const variable = /\$\{\s*([^,{}]+?)\s*(?:,\s*'([^'{}]*)'\s*)?\}/g;
