import { contextOf } from '../../decide/context.ts';
import { within } from '../../reach/access/area.ts';
import type { Domain, OpenDomain } from '../../reach/domain.ts';
import { keyDomain } from '../../reach/key-domain.ts';
import type { Account } from '../account.ts';
import type { PrincipalSide } from '../access/principal-side.ts';
import { sessionFreedom, type SessionFreedom } from './session-freedom.ts';

/**
 * What follows for a key from who calls, beyond what one request's context tells: what sessions of a
 * role of the account can carry, and what of a service is not known. Undefined: nothing.
 */
export function callerDomain(
  key: string,
  { principal, tags }: PrincipalSide,
  account: Account,
): Domain | undefined {
  if (principal.kind === 'service') return serviceDomain(key);
  if (!('account' in principal)) return viaDomain(key);
  if (principal.account !== account.id) return undefined;
  const freedom = sessionFreedom(account, principal);
  if (freedom === undefined) return ofRoles.has(key) ? missing() : undefined;
  if (key === 'aws:userid') return sessionIdDomain({ account, principal });
  if (key.startsWith('aws:principaltag/')) return tagDomain(key, tags, freedom);
  return sessionDomain(key, freedom);
}

/** Keys of sessions of roles alone. */
const ofRoles: ReadonlySet<string> = new Set([
  ...['aws:sourceidentity', 'aws:federatedprovider', 'aws:ec2instancesourcevpc'],
  'aws:ec2instancesourceprivateipv4',
]);

function sessionDomain(key: string, freedom: SessionFreedom): Domain | undefined {
  switch (key) {
    case 'aws:sourceidentity':
      return freedom.sourceIdentity ? undefined : missing();
    case 'aws:federatedprovider':
      return freedom.federated ? undefined : missing();
    case 'aws:ec2instancesourcevpc':
    case 'aws:ec2instancesourceprivateipv4':
      return freedom.instance ? undefined : missing();
    case 'aws:multifactorauthage':
      return freedom.mfa ? undefined : missing();
    case 'aws:multifactorauthpresent':
      return freedom.mfa ? undefined : withoutMfa;
    default:
      return undefined;
  }
}

const withoutMfa: OpenDomain = {
  is: 'open',
  missing: 'possible',
  demands: [within('false')],
  text: 'false',
};

function missing(): Domain {
  return { is: 'fixed', values: undefined, context: contextOf({}) };
}

/** A tag of the role is there in every session, which may bring another value. */
function tagDomain(
  key: string,
  tags: PrincipalSide['tags'],
  freedom: SessionFreedom,
): Domain | undefined {
  if (freedom.tags === 'none') return undefined;
  const name = key.slice('aws:principaltag/'.length);
  const own =
    tags !== undefined &&
    tags !== 'unknown' &&
    Object.keys(tags).some((one) => one.toLowerCase() === name);
  return {
    is: 'open',
    missing: own ? 'never' : 'possible',
    demands: [],
    ...(freedom.tags === 'limited' && { unsure: true }),
  };
}

/** A session's id is that of its role, a colon and any name of two characters at least. */
function sessionIdDomain({
  account,
  principal,
}: {
  readonly account: Account;
  readonly principal: PrincipalSide['principal'];
}): Domain | undefined {
  if (principal.kind !== 'role' || principal.session !== undefined) return undefined;
  const id = account.find('iam.role', principal.arn)?.uniqueId;
  if (id?.state !== 'present') return undefined;
  const demands = [within(`${id.value}:??*`)];
  return { is: 'open', missing: 'never', demands, text: id.value };
}

/** What services carry of themselves is not documented, and nobody can choose it. */
function serviceDomain(key: string): Domain | undefined {
  if (/^aws:(principalaccount|principaltype|userid)$/.test(key)) {
    return { is: 'open', missing: 'possible', demands: [], unsure: true };
  }
  return viaDomain(key);
}

/** No service calls with the permissions of somebody who has none in IAM. */
function viaDomain(key: string): Domain | undefined {
  if (key.startsWith('aws:calledvia')) return missing();
  if (key !== 'aws:viaawsservice') return undefined;
  return { is: 'fixed', values: ['false'], context: contextOf({ [key]: 'false' }) };
}

/** Of a call that a service makes for the caller: what it carries of the network is not documented. */
export function forwardedDomain(key: string): Domain | undefined {
  if (!ofNetwork.has(key) && !/^aws:(viaawsservice|calledvia.*)$/.test(key)) return undefined;
  const domain = keyDomain(key);
  return domain.is === 'open' ? { ...domain, unsure: true } : domain;
}

const ofNetwork: ReadonlySet<string> = new Set([
  ...['aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip'],
  ...['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'],
]);
