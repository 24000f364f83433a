import { conditionKeyType } from '../facts/condition-keys.ts';
import { strangers } from './caller.ts';
import { openDomain, type Domain } from './domain.ts';
import type { Membership } from './find-value.ts';
import { machineOf } from './text/machine.ts';
import { tokensOf } from './text/token.ts';

/** Global keys that every request carries (IAM User Guide, global condition context keys). */
const always: ReadonlySet<string> = new Set([
  ...['aws:securetransport', 'aws:currenttime', 'aws:epochtime', 'aws:requestedregion'],
  ...['aws:principalaccount', 'aws:principaltype', 'aws:viaawsservice'],
]);

const switches: ReadonlySet<string> = new Set([
  ...['aws:securetransport', 'aws:viaawsservice', 'aws:principalisawsservice'],
  'aws:multifactorauthpresent',
]);

const truth: Membership = {
  set: { family: 'text', machine: machineOf([tokensOf('true'), tokensOf('false')], true) },
  inside: true,
};

/** The concrete engine takes a missing one for the account of the question. */
const resourceAccount: Domain = {
  ...{ is: 'open', missing: 'possible', demands: [] },
  preferred: strangers.map((one) => ({
    set: { family: 'text', machine: machineOf([tokensOf(one)], false) },
    inside: true,
  })),
};

/** What a request can carry under a key, whoever makes it. `key` in lower case. */
export function keyDomain(key: string): Domain {
  if (key === 'aws:resourceaccount') return resourceAccount;
  const isSwitch = switches.has(key) || conditionKeyType(key) === 'Bool';
  if (!isSwitch && !always.has(key)) return openDomain;
  return {
    is: 'open',
    missing: always.has(key) ? 'never' : 'possible',
    demands: isSwitch ? [truth] : [],
  };
}
