import { contextOf, type Context, type ContextValue } from '../../decide/context.ts';
import type { FoundContext } from '../../reach/access/access-question.ts';
import { within } from '../../reach/access/area.ts';
import type { Domain } from '../../reach/domain.ts';
import { keyDomain } from '../../reach/key-domain.ts';
import type { Account } from '../account.ts';
import { requestContext } from '../access/request-context.ts';
import type { OrganizationSide } from '../access/organization-policies.ts';
import type { PrincipalSide } from '../access/principal-side.ts';
import type { ResourceSide } from '../access/resource-policies.ts';
import { resourceTagKeys } from '../access/resource-tags.ts';
import { callerDomain, forwardedDomain } from './caller-domain.ts';
import type { Subject } from './reach-answer.ts';
import { isOfAnother, standInDomain } from './stand-in-domain.ts';

export interface KeyParts {
  readonly account: Account;
  readonly organization: OrganizationSide;
  readonly subject: Subject;
  readonly principal: PrincipalSide;
  readonly resource: ResourceSide;
  /** What every request carries. */
  readonly given: { readonly [key: string]: ContextValue };
  /** Keys in lower case whose value is one of a pattern. */
  readonly patterns: ReadonlyMap<string, string>;
  readonly without: readonly string[];
  readonly forwarded: boolean;
}

export interface KeyKnowledge {
  /** What requests can carry under a key, in lower case. */
  readonly domainOf: (key: string) => Domain;
  readonly contextOf: (found: FoundContext) => Context;
}

/** What is known of the context of all requests of one subject for one resource. */
export function keyKnowledge(parts: KeyParts): KeyKnowledge {
  const base = requestContext(parts);
  const given = new Set([...Object.keys(parts.given), ...parts.without].map(lower));
  const domainOf = (key: string): Domain => {
    if (given.has(key)) return fixed(key, base);
    const own = ownDomain(key, parts);
    if (own !== undefined) return own;
    if (callerChooses.test(key)) return keyDomain(key);
    if (base.get(key) !== 'unknown') return fixed(key, base);
    return isUnread(key, parts) ? unsure(keyDomain(key)) : keyDomain(key);
  };
  return {
    domainOf,
    contextOf: (found) => {
      const values = contextOf(found);
      return {
        get: (key) => {
          const domain = domainOf(key);
          if (domain.is === 'open' && domain.unsure === true) return 'unknown';
          const value = values.get(key) ?? base.get(key);
          return value === 'unknown' ? undefined : value;
        },
      };
    },
  };
}

/** What nobody chooses and was not read: a tag of the resource, the account's own organisation. */
function isUnread(key: string, { account, subject, resource }: KeyParts): boolean {
  if (key.startsWith('aws:principalorg')) return !isOfAnother(subject);
  if (key.startsWith('aws:resourceorg')) return resource.account === account.id;
  const { bucket, key: kmsKey, role, tagged } = resource;
  if ((bucket ?? kmsKey ?? role ?? tagged) === undefined) return false;
  return resourceTagKeys(resource).some((start) => key.startsWith(start.toLowerCase()));
}

function unsure(domain: Domain): Domain {
  return domain.is === 'open' ? { ...domain, unsure: true } : domain;
}

function lower(key: string): string {
  return key.toLowerCase();
}

/** Whoever calls may leave TLS out, or let a service call for him. */
const callerChooses = /^(aws:securetransport|aws:calledvia.*|aws:viaawsservice|kms:viaservice)$/;

function fixed(key: string, base: Context): Domain {
  const value = base.get(key);
  const values = value === 'unknown' ? undefined : value;
  const context = contextOf(values === undefined ? {} : { [key]: values });
  return { is: 'fixed', values, context };
}

/** What follows from who calls and how, beyond what one request's context tells. */
function ownDomain(key: string, parts: KeyParts): Domain | undefined {
  const pattern = parts.patterns.get(key);
  if (pattern !== undefined) return { is: 'open', missing: 'never', demands: [within(pattern)] };
  const { subject, principal, account, organization, forwarded } = parts;
  if (forwarded) {
    const how = key === 'aws:securetransport' ? overTls : forwardedDomain(key);
    if (how !== undefined) return how;
  }
  return isOfAnother(subject)
    ? standInDomain(key, subject, organization)
    : callerDomain(key, principal, account);
}

const overTls: Domain = {
  is: 'fixed',
  values: ['true'],
  context: contextOf({ 'aws:SecureTransport': 'true' }),
};
