import type { Subject } from '../account/reach/reach-answer.ts';
import type { Account } from '../account/account.ts';
import { parseArn } from '../model/arn.ts';

/** Somebody who can, as personas tell them apart. */
export interface Caller {
  readonly sort: Subject['sort'];
  /** Of one principal; undefined for one that stands for many. */
  readonly arn: string | undefined;
  /** Twelve digits, of a principal whose account is known. */
  readonly account: string | undefined;
  readonly name: string;
}

export function callerOf({ sort, principal, name }: Subject): Caller {
  // The names of those that stand for many are made up, and some of their accounts.
  const isOne = name.startsWith('arn:');
  const isOfAccount = sort !== 'any-account' && sort !== 'organization';
  return {
    sort,
    arn: isOne && 'arn' in principal ? principal.arn : undefined,
    account: isOfAccount && 'account' in principal ? principal.account : undefined,
    name,
  };
}

/** A user or role of the account by its ARN. */
export function callerOfArn(arn: string): Caller {
  const { account, resource = '' } = parseArn(arn) ?? {};
  const sort = resource.startsWith('user/') ? 'user' : 'role';
  return { sort, arn, account, name: arn };
}

/** As findings name it: `role/NAME` without the path, `ACCOUNT:role/NAME`, `account/ID`, `anonymous`. */
export function shortName(account: Account, caller: Caller): string {
  const { sort, arn, name } = caller;
  switch (sort) {
    case 'role':
    case 'user':
    case 'root':
    case 'named-account':
      return arn === undefined ? `account/${caller.account ?? name}` : shortArn(account, arn);
    case 'service':
      return /^[a-z0-9.-]+$/.test(name) ? `service/${name}` : 'any-service';
    case 'federated':
      return `federated/${name}`;
    case 'anonymous':
    case 'any-account':
    case 'organization':
      return sort;
  }
}

function shortArn(account: Account, arn: string): string {
  const { account: of = '', resource = '' } = parseArn(arn) ?? {};
  if (resource === 'root') return of === account.id ? 'root' : `account/${of}`;
  const [type = '', ...rest] = resource.split('/');
  const name = `${type}/${rest.at(-1) ?? ''}`;
  return of === account.id ? name : `${of}:${name}`;
}
