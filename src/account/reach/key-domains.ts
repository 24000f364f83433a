import { contextOf, type Context, type ContextValue } from '../../decide/context.ts';
import type { FoundContext } from '../../reach/access/access-question.ts';
import { within } from '../../reach/access/area.ts';
import { domainOfCaller } from '../../reach/callers.ts';
import type { Domain } from '../../reach/domain.ts';
import { keyDomain } from '../../reach/key-domain.ts';
import type { Account } from '../account.ts';
import { requestContext } from '../access/request-context.ts';
import type { OrganizationSide } from '../access/organization-policies.ts';
import type { PrincipalSide } from '../access/principal-side.ts';
import type { ResourceSide } from '../access/resource-policies.ts';
import { sessionTagsAreOpen } from './session-tags.ts';
import type { Subject } from './reach-answer.ts';

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
  const given = new Set(Object.keys(parts.given).map((key) => key.toLowerCase()));
  const without = new Set(parts.without.map((key) => key.toLowerCase()));
  return {
    domainOf: (key) => {
      if (given.has(key) || without.has(key)) return fixed(key, base);
      const own = ownDomain(key, parts);
      if (own !== undefined) return own;
      if (callerChooses.test(key) && !parts.forwarded) return keyDomain(key);
      return base.get(key) === 'unknown' ? keyDomain(key) : fixed(key, base);
    },
    contextOf: (found) => {
      const values = contextOf(found);
      return {
        get: (key) => {
          const value = values.get(key) ?? base.get(key);
          return value === 'unknown' ? undefined : value;
        },
      };
    },
  };
}

/** Whoever calls may leave TLS out, or let a service call for him. */
const callerChooses = /^(aws:securetransport|aws:calledvia.*|aws:viaawsservice|kms:viaservice)$/;

function fixed(key: string, base: Context): Domain {
  const value = base.get(key);
  const values = value === 'unknown' ? undefined : value;
  const context = contextOf(values === undefined ? {} : { [key]: values });
  return { is: 'fixed', values, context };
}

/** What follows from who the subject is and stands for, beyond what one request's context tells. */
function ownDomain(key: string, parts: KeyParts): Domain | undefined {
  const pattern = parts.patterns.get(key);
  if (pattern !== undefined) return { is: 'open', missing: 'never', demands: [within(pattern)] };
  const { subject, principal, account } = parts;
  if (key === 'aws:userid') return userIdDomain(parts);
  if (key.startsWith('aws:principaltag/') && sessionTagsAreOpen(account, principal.principal)) {
    return keyDomain(key);
  }
  return isStandIn(subject) ? standInDomain(key, parts) : undefined;
}

/** A session's id is that of its role, a colon and any name. */
function userIdDomain({ account, principal }: KeyParts): Domain | undefined {
  const who = principal.principal;
  if (who.kind !== 'role' || who.session !== undefined) return undefined;
  const id = account.find('iam.role', who.arn)?.uniqueId;
  if (id?.state !== 'present') return undefined;
  return { is: 'open', missing: 'never', demands: [within(`${id.value}:*`)], text: id.value };
}

function isStandIn({ sort }: Subject): boolean {
  return sort === 'any-account' || sort === 'organization' || sort === 'named-account';
}

/** Somebody whose name is open, of an account that is in the organisation or is not. */
function standInDomain(key: string, parts: KeyParts): Domain | undefined {
  const { subject, organization } = parts;
  const { id } = organization;
  if (key === 'aws:principalorgid' && id.state === 'present') {
    if (subject.sort === 'organization') {
      return { is: 'fixed', values: [id.value], context: contextOf({ [key]: id.value }) };
    }
    if (subject.sort === 'any-account') return outside(key, id.value);
  }
  if (key === 'aws:principalorgpaths' && id.state === 'present') {
    const path = within(`${id.value}/*`);
    if (subject.sort === 'organization') return { is: 'open', missing: 'never', demands: [path] };
    if (subject.sort === 'any-account') return outside(key, `${id.value}/*`);
  }
  return domainOfCaller(key, { name: subject.name, principal: subject.principal });
}

function outside(key: string, pattern: string): Domain {
  const demands = [{ ...within(pattern), inside: false }];
  return { ...keyDomain(key), is: 'open', missing: 'possible', demands };
}
