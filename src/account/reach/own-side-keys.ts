import type { Principal } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import type { ResourceSide } from '../access/resource-policies.ts';
import { sidesOf } from '../access/sides.ts';
import { domainOfCaller } from '../../reach/callers.ts';
import type { Domain } from '../../reach/domain.ts';
import type { ExcessQuestion } from '../../reach/excess.ts';
import { keyKnowledge, type KeyKnowledge } from './key-domains.ts';
import type { Subject } from './reach-answer.ts';

/** As `KeyKnowledge`; undefined: the key may be anything. */
export interface OwnSideKeys extends Pick<KeyKnowledge, 'contextOf'> {
  readonly domainOf: (key: string) => Domain | undefined;
}

/**
 * What requests of a role or user of the account carry to a resource; where none is given, what
 * follows from the caller alone.
 */
export function ownSideKeys(
  account: Account,
  subject: Subject,
  resource?: ResourceSide,
): OwnSideKeys {
  const sides = sidesOf(account);
  const { domainOf, contextOf } = keyKnowledge({
    account,
    organization: sides.organization,
    subject,
    principal: sides.principal(subject.principal),
    resource: resource ?? { account: account.id, region: '', policy: undefined, settings: {} },
    given: {},
    patterns: new Map(),
    without: [],
    forwarded: false,
  });
  if (resource !== undefined) return { domainOf, contextOf };
  return { domainOf: (key) => (isOfCaller(key) ? domainOf(key) : undefined), contextOf };
}

function isOfCaller(key: string): boolean {
  if (key === 'kms:calleraccount') return true;
  return key.startsWith('aws:') && !/^aws:(resource|request|tagkeys)/.test(key);
}

/** The same, as it is given to `excess`. */
export function knowledgeOf({
  domainOf,
  contextOf,
}: OwnSideKeys): Pick<ExcessQuestion, 'domainOf' | 'contextOf'> {
  return { domainOf: (key, caller) => domainOfCaller(key, caller) ?? domainOf(key), contextOf };
}

/** As the snapshot knows it; undefined: no role or user of the account. */
export function ownSubject(account: Account, named: Principal): Subject | undefined {
  const { principal } = sidesOf(account).principal(named);
  if (principal.kind !== 'role' && principal.kind !== 'user') return undefined;
  if (principal.account !== account.id) return undefined;
  return { sort: principal.kind, principal, name: principal.arn };
}
