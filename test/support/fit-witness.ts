import type { Account } from '../../src/account/account.ts';
import type { Subject } from '../../src/account/reach/reach-answer.ts';
import type { ContextValue } from '../../src/decide/context.ts';
import { trusts } from './account-request.ts';

/** Keys of a witness that no request of the subject can carry, or not with that value. */
export function unfitKeys(
  account: Account,
  subject: Subject,
  context: { readonly [key: string]: ContextValue },
): readonly string[] {
  const own = subject.sort === 'role' || subject.sort === 'user' || subject.sort === 'root';
  return Object.entries(context)
    .filter(([key, value]) => {
      const name = key.toLowerCase();
      const text = String(value);
      return !(
        fitsKind(account, subject, name, text) &&
        (!own || fitsOwn(account, subject, name, text))
      );
    })
    .map(([key, value]) => `${key}=${String(value)}`);
}

function fitsKind(
  account: Account,
  { sort, principal }: Subject,
  key: string,
  value: string,
): boolean {
  const organization = account.all('organizations.account')[0]?.organization;
  const ours = organization?.state === 'present' ? organization.value.id : undefined;
  switch (key) {
    case 'aws:sourceaccount':
    case 'aws:sourcearn':
      return principal.kind === 'service';
    case 'aws:principalservicename':
      return principal.kind === 'service' && principal.name === value;
    case 'aws:viaawsservice':
      return value === 'false' || 'account' in principal;
    case 'aws:calledvia':
      return 'account' in principal;
    case 'aws:principalorgid':
      return (
        'account' in principal &&
        (ours === undefined || sort !== 'any-account' || value !== ours) &&
        (ours === undefined || sort !== 'organization' || value === ours)
      );
    case 'aws:principalaccount':
      return value === ('account' in principal ? principal.account : 'anonymous');
    case 'aws:principaltype':
      return (
        sort === 'any-account' ||
        typeOf(principal.kind) === value ||
        sort === 'named-account' ||
        sort === 'organization'
      );
    case 'aws:username':
      return principal.kind === 'user';
    case 'aws:resourceaccount':
      return value === account.id;
    default:
      return true;
  }
}

function typeOf(kind: string): string {
  const types = new Map([
    ['user', 'User'],
    ['role', 'AssumedRole'],
    ['root', 'Account'],
    ['anonymous', 'Anonymous'],
    ['federated-user', 'FederatedUser'],
  ]);
  return types.get(kind) ?? '';
}

function fitsOwn(account: Account, { principal }: Subject, key: string, value: string): boolean {
  const role = account
    .all('iam.role')
    .find(({ name }) => 'name' in principal && name === principal.name);
  const user = account.all('iam.user')[0];
  const it = principal.kind === 'role' ? role : principal.kind === 'user' ? user : undefined;
  switch (key) {
    case 'aws:principaltag/team': {
      const own = it?.tags.state === 'present' ? it.tags.value['team'] : undefined;
      const free = it?.tags.state !== 'present' && it !== undefined;
      return (
        free || own === value || (principal.kind === 'role' && trusts(account, 'sts:TagSession'))
      );
    }
    case 'aws:userid':
      if (principal.kind === 'role') {
        return role?.uniqueId.state !== 'present' || value.startsWith(`${role.uniqueId.value}:`);
      }
      return value === (principal.kind === 'user' ? 'AIDAADA' : account.id);
    case 'aws:principalarn':
      return 'arn' in principal && (it?.id ?? principal.arn) === value;
    case 'aws:username':
      return value === 'ada';
    case 'aws:sourceidentity':
      return principal.kind === 'role' && trusts(account, 'sts:SetSourceIdentity');
    case 'aws:multifactorauthpresent':
      return principal.kind !== 'role' || value === 'false' || trusts(account, undefined);
    case 'aws:principalorgid': {
      const organization = account.all('organizations.account')[0]?.organization;
      return organization?.state !== 'present' || organization.value.id === value;
    }
    default:
      return true;
  }
}
