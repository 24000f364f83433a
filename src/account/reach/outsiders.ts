import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { accountOf } from '../../decide/principal.ts';
import { callerOf, strangeAccount, type Caller } from '../../reach/caller.ts';
import { callersOf } from '../../reach/callers.ts';
import type { Account } from '../account.ts';
import type { OrganizationSide } from '../access/organization-policies.ts';
import type { Subject } from './reach-answer.ts';

export interface OutsideWorld {
  readonly organization: OrganizationSide;
  /** Grantees of the grants of a key: ARNs or services. */
  readonly grantees: readonly string[];
}

/**
 * Everybody outside the account whom the policies of a resource tell apart: those named, and one that
 * stands for all others of each sort.
 */
export function outsiders(
  account: Account,
  layers: readonly CompiledLayer[],
  { organization, grantees }: OutsideWorld,
): readonly Subject[] {
  const texts = JSON.stringify(
    layers.flatMap(({ allows, denies }) => [...allows, ...denies].map((one) => one.statement)),
  );
  const stranger = strangeAccount(`${texts} ${account.id}`);
  const isOpen = layers.some(({ allows }) => allows.some(({ statement }) => isForAny(statement)));
  const callers = callersOf('resource', account.id, layers, `${texts} ${account.id}`);
  const granted = grantees.flatMap((one) => callerOf(one) ?? []);
  const named = [...callers, ...granted].flatMap((one) =>
    subjectOf(one, { account, stranger, isOpen }),
  );
  const [ofStranger] = named.filter(({ sort }) => sort === 'any-account');
  const fellow =
    organization.id.state === 'present' && ofStranger !== undefined
      ? [{ ...ofStranger, sort: 'organization', name: fellowName(organization.id.value) } as const]
      : [];
  return [...named, ...fellow];
}

function fellowName(organization: string): string {
  return `any principal of another account of ${organization}`;
}

interface Telling {
  readonly account: Account;
  /** The account that stands for all that no policy names. */
  readonly stranger: string;
  /** Services that no policy names may get in. */
  readonly isOpen: boolean;
}

function subjectOf(
  { name, principal }: Caller,
  { account, stranger, isOpen }: Telling,
): readonly Subject[] {
  const text = typeof name === 'string' ? name : name.service;
  const subject = (sort: Subject['sort'], called = text) => [{ sort, principal, name: called }];
  switch (principal.kind) {
    case 'anonymous':
      return subject('anonymous');
    case 'service':
      if (principal.name !== 'unnamed.amazonaws.com') return subject('service');
      return isOpen ? subject('service', 'any AWS service') : [];
    case 'federated':
      return subject('federated');
    default:
      break;
  }
  const owner = accountOf(principal);
  // A session that a policy names has what it names it for, whatever its role or user has.
  const isSession = principal.kind === 'federated-user' || 'session' in principal;
  if (owner === account.id && isSession) return subject('federated');
  // Its own principals are in the snapshot; another's root user is one of those that stand for all.
  if (owner === account.id || principal.kind === 'root') return [];
  if (owner === stranger) return subject('any-account', 'any principal of any AWS account');
  const isStandIn = principal.arn.endsWith(':role/leastwise-witness');
  return subject('named-account', isStandIn ? `any principal of account ${owner}` : text);
}

function isForAny({
  principal,
}: {
  readonly principal?: {
    readonly everyone: boolean;
    readonly not: boolean;
    readonly service: readonly string[];
    readonly aws: readonly string[];
  };
}): boolean {
  if (principal === undefined) return false;
  const { everyone, not, service, aws } = principal;
  return everyone || not || service.includes('*') || aws.includes('*');
}
