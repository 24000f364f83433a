import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { accountOf, type Principal } from '../../decide/principal.ts';
import { strangeAccount, type Caller } from '../../reach/caller.ts';
import { callersOf, unnamed } from '../../reach/callers.ts';
import type { Account } from '../account.ts';
import type { OrganizationSide } from '../access/organization-policies.ts';
import type { Subject } from './reach-answer.ts';
import { isUnnamed } from './stand-in-domain.ts';

export interface OutsideWorld {
  readonly organization: OrganizationSide;
  /** Whom the grants of a key name: ARNs, accounts or services. */
  readonly grantees: readonly string[];
  /** An access control list may let everybody in. */
  readonly isOpen: boolean;
}

/**
 * Everybody outside the account whom the policies of a resource tell apart: those named, and one that
 * stands for all others of each sort.
 */
export function outsiders(
  account: Account,
  layers: readonly CompiledLayer[],
  { organization, grantees, isOpen }: OutsideWorld,
): readonly Subject[] {
  const statements = layers.flatMap(({ allows, denies }) => [...allows, ...denies]);
  const texts = JSON.stringify([account.id, grantees, statements.map((one) => one.statement)]);
  const telling: Telling = {
    account,
    stranger: strangeAccount(texts),
    isOpen: isOpen || statements.some(isForAny),
  };
  const callers = callersOf('resource', account.id, layers, texts, grantees);
  const kinds = /aws:(principaltype|principalarn|username|userid)/i.test(texts);
  const named = callers
    .flatMap((one) => subjectOf(one, telling))
    .flatMap((one) => (kinds ? ofEveryKind(one) : [one]));
  const { id } = organization;
  if (id.state !== 'present') return named;
  const name = fellowName(id.value);
  const fellows = named
    .filter(({ sort }) => sort === 'any-account')
    .map((one): Subject => ({ ...one, sort: 'organization', name }));
  return [...named, ...fellows];
}

/** The role that stands for an account's principals, and its like among users, and the root user. */
function ofEveryKind(subject: Subject): readonly Subject[] {
  const { principal } = subject;
  if (!isUnnamed(principal) || !('account' in principal)) return [subject];
  const { account } = principal;
  const start = `arn:aws:iam::${account}`;
  const others: readonly Principal[] = [
    { kind: 'user', arn: `${start}:user/${unnamed}`, account, name: unnamed },
    { kind: 'root', arn: `${start}:root`, account },
  ];
  return [subject, ...others.map((one) => ({ ...subject, principal: one }))];
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
  return subject(
    'named-account',
    isUnnamed(principal) ? `any principal of account ${owner}` : text,
  );
}

/** What an RCP allows lets nobody in by itself. */
function isForAny({ statement, allows, source }: CompiledStatement): boolean {
  const { principal } = statement;
  if (!allows || source.layer !== 'resource' || principal === undefined) return false;
  const { everyone, not, service, aws } = principal;
  return everyone || not || service.includes('*') || aws.includes('*');
}
