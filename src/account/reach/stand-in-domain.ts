import { contextOf } from '../../decide/context.ts';
import type { Principal } from '../../decide/principal.ts';
import { within } from '../../reach/access/area.ts';
import { domainOfCaller, unnamed } from '../../reach/callers.ts';
import type { Domain } from '../../reach/domain.ts';
import type { Membership } from '../../reach/find-value.ts';
import { keyDomain } from '../../reach/key-domain.ts';
import { partitions } from '../../reach/resource-domain.ts';
import { machineOf } from '../../reach/text/machine.ts';
import { any, tokensOf, type Token } from '../../reach/text/token.ts';
import type { OrganizationSide } from '../access/organization-policies.ts';
import type { Subject } from './reach-answer.ts';

/** Whether the subject is of another account: certain, or one that stands for others. */
export function isOfAnother({ sort }: Subject): boolean {
  return sort === 'any-account' || sort === 'organization' || sort === 'named-account';
}

/**
 * What requests carry of somebody of another account, who is in the organisation or is not, and
 * whose name is open if he stands for others. Undefined: nothing follows.
 */
export function standInDomain(
  key: string,
  subject: Subject,
  { id }: OrganizationSide,
): Domain | undefined {
  const { principal, sort } = subject;
  if (key === 'aws:principalorgid' && id.state === 'present') {
    if (sort === 'organization') {
      return { is: 'fixed', values: [id.value], context: contextOf({ [key]: id.value }) };
    }
    if (sort === 'any-account') return outside(key, id.value);
  }
  if (key === 'aws:principalorgpaths' && id.state === 'present') {
    const path = within(`${id.value}/*`);
    if (sort === 'organization') return { is: 'open', missing: 'never', demands: [path] };
    if (sort === 'any-account') return outside(key, `${id.value}/*`);
  }
  const open = isUnnamed(principal) ? nameDomain(key, principal) : undefined;
  return open ?? domainOfCaller(key, { name: subject.name, principal });
}

function outside(key: string, pattern: string): Domain {
  const demands = [{ ...within(pattern), inside: false }];
  return { ...keyDomain(key), is: 'open', missing: 'possible', demands };
}

/** Stands for all roles, or all users, of an account. */
export function isUnnamed(principal: Principal): boolean {
  return 'name' in principal && principal.name === unnamed;
}

/** The role stands for sessions of federated users, too. */
function nameDomain(key: string, principal: Principal): Domain | undefined {
  const isUser = principal.kind === 'user';
  switch (key) {
    case 'aws:principalarn':
      return given(arnsOf(principal));
    case 'aws:principaltype':
      return isUser
        ? undefined
        : given(['AssumedRole', 'FederatedUser'].map((one) => tokensOf(one)));
    case 'aws:username':
      return isUser ? given([[any.one, any.run]]) : undefined;
    default:
      return undefined;
  }
}

function arnsOf(principal: Principal): readonly (readonly Token[])[] {
  const account = 'account' in principal ? principal.account : '';
  const starts =
    principal.kind === 'user'
      ? [`iam::${account}:user/`]
      : [`iam::${account}:role/`, `sts::${account}:federated-user/`];
  return partitions.flatMap((partition) =>
    starts.map((start) => [...tokensOf(`arn:${partition}:${start}`), any.one, any.run]),
  );
}

/** Every request carries one of these. */
function given(patterns: readonly (readonly Token[])[]): Domain {
  const one: Membership = {
    set: { family: 'text', machine: machineOf(patterns, false) },
    inside: true,
  };
  return { is: 'open', missing: 'never', demands: [one] };
}
