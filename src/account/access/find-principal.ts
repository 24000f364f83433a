import { parsePrincipalName, type Principal } from '../../decide/principal.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { UserError } from '../../model/user-error.ts';
import type { Account } from '../account.ts';

/**
 * The principal that a person means: an ARN, `role/NAME`, `user/NAME`, a bare name that only one
 * of them has, `root`, `anonymous`, a service or an account id. Throws `UserError` if there is none,
 * as far as the list of principals is complete.
 */
export function findPrincipal(account: Account, text: string): Principal {
  if (text === 'root' || /^\d{12}$/.test(text)) {
    const id = text === 'root' ? account.id : text;
    return { kind: 'root', arn: `arn:${account.partition}:iam::${id}:root`, account: id };
  }
  const principal = parsePrincipalName(text) ?? byName(account, text);
  if ('account' in principal && principal.account === account.id) mustExist(account, principal);
  return principal;
}

function byName(account: Account, text: string): Principal {
  const [type, ...rest] = text.split('/');
  const typed = type === 'role' || type === 'user';
  const name = typed ? (rest.at(-1) ?? '') : text;
  const found = (['role', 'user'] as const)
    .filter((one) => !typed || one === type)
    .flatMap((one) => account.all(`iam.${one}`).filter((each) => each.name === name));
  const [only, another] = found;
  if (another !== undefined) {
    throw new UserError(
      `both a role and a user are called ${name}; write role/${name} or user/${name}`,
    );
  }
  const principal = only && parsePrincipalName(only.id);
  if (principal !== undefined) return principal;
  throw new UserError(`${text} is no principal of account ${account.id}; ${hint(account, name)}`);
}

function hint(account: Account, name: string): string {
  const names = [...account.all('iam.role'), ...account.all('iam.user')].map((one) => one.name);
  const near = didYouMean(name, names);
  if (near !== undefined) return `did you mean ${near}?`;
  const gaps = [...account.gaps('iam.role'), ...account.gaps('iam.user')];
  return gaps.length > 0
    ? 'the list of roles and users is not complete: give the ARN'
    : 'give an ARN, role/NAME, user/NAME, "anonymous", a service such as sagemaker.amazonaws.com or an account id';
}

/** A misspelt ARN of this account would otherwise be answered as "unknown". */
function mustExist(account: Account, principal: Extract<Principal, { account: string }>): void {
  if (principal.kind !== 'user' && principal.kind !== 'role') return;
  const kind = principal.kind === 'user' ? 'iam.user' : 'iam.role';
  const { name, arn } = principal;
  const session = principal.kind === 'role' && principal.session !== undefined;
  const namesake = account.all(kind).find((one) => one.name === name);
  if (namesake !== undefined && (session || namesake.id === arn)) return;
  if (account.gaps(kind).length > 0) return;
  const what = namesake === undefined ? hint(account, name) : `did you mean ${namesake.id}?`;
  throw new UserError(`account ${account.id} has no ${principal.kind} ${arn}; ${what}`);
}
