import { hasAccount, type Caller } from './caller.ts';
import { list, type NaiveRequest } from './naive-case.ts';

/** Key in lower case, values as text. A key that is not in it is missing. */
export type RequestKeys = ReadonlyMap<string, readonly string[]>;

const types: Partial<Record<Caller['type'], string>> = {
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
};

/** The case's context and the keys that follow from caller and resource ("Global condition keys"). */
export function requestKeys(
  { context = {} }: NaiveRequest,
  caller: Caller,
  resourceAccount: string,
): RequestKeys {
  const written = Object.entries(context).map(
    ([key, value]) => [key.toLowerCase(), list(value).map(String)] as const,
  );
  return new Map([...derived(caller, resourceAccount), ...written]);
}

function derived(
  caller: Caller,
  resourceAccount: string,
): readonly (readonly [string, readonly string[]])[] {
  const { type, name, account, shortName } = caller;
  const keys: (readonly [string, readonly string[]])[] = [['aws:viaawsservice', ['false']]];
  const add = (key: string, value: string): void => void keys.push([key, [value]]);
  if (resourceAccount !== '') add('aws:resourceaccount', resourceAccount);
  const typeName = types[type];
  if (typeName !== undefined) add('aws:principaltype', typeName);
  if (type === 'anonymous') {
    add('aws:principalaccount', 'anonymous');
    add('aws:userid', 'anonymous');
  }
  if (type === 'service') {
    add('aws:principalisawsservice', 'true');
    add('aws:principalservicename', name);
    add('aws:principalservicenameslist', name);
  }
  if (hasAccount(caller)) {
    add('aws:principalisawsservice', 'false');
    add('aws:principalaccount', account);
    // Of a role it is the role's ARN, never the session's.
    add('aws:principalarn', caller.isSession ? `arn:aws:iam::${account}:role/${shortName}` : name);
  }
  if (type === 'user') add('aws:username', shortName);
  if (type === 'root') add('aws:userid', account);
  return keys;
}
